package io.kilowatch.aggregator.http;

import io.kilowatch.aggregator.figures.Verdicts;
import io.kilowatch.aggregator.figures.Wanted;
import io.kilowatch.aggregator.report.EnterpriseFigures;
import io.kilowatch.aggregator.report.EnterpriseMonth;
import io.kilowatch.aggregator.report.EnterpriseYear;
import io.kilowatch.aggregator.report.RegionMonth;
import io.kilowatch.aggregator.report.Report;
import io.kilowatch.aggregator.report.ReportBook;
import io.kilowatch.aggregator.report.ReportHtml;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.Verdict;
import io.kilowatch.platform.http.Format;
import io.kilowatch.platform.http.Query;
import io.kilowatch.platform.http.Refusal;
import io.kilowatch.platform.http.Reply;
import io.kilowatch.platform.table.Xlsx;
import io.kilowatch.registry.reference.ReferenceData;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Reports: HTML for print, or a workbook. */
final class ReportApi {
    private static final int MONTHS_BEFORE = 24;

    private final Known known;
    private final RegionApi regions;
    private final OutlookApi outlooks;
    private final ReferenceData reference;
    private final BusinessCalendar calendar;

    ReportApi(Known known, RegionApi regions, OutlookApi outlooks, ReferenceData reference, BusinessCalendar calendar) {
        this.known = known;
        this.regions = regions;
        this.outlooks = outlooks;
        this.reference = reference;
        this.calendar = calendar;
    }

    /** {@code GET /api/v1/reports/enterprises/{code}/months/{month}}. */
    Reply enterpriseMonth(Query query) throws Exception {
        Enterprise enterprise = known.enterprise(query);
        String code = enterprise.code().text();
        YearMonth month = month(query);
        LocalDate first = month.atDay(1);
        List<Verdict> verdicts =
                known.verdicts().all(Wanted.of(code).during(PeriodKind.MONTH, first.minusMonths(MONTHS_BEFORE), first));
        present(verdicts.stream().anyMatch(verdict -> verdict.period().start().equals(first)), code, month.toString());
        LocalDate end = first.plusMonths(1);
        EnterpriseFigures figures = new EnterpriseFigures(
                enterprise,
                verdicts,
                known.verdicts().corrections(code, first, end),
                outlooks.budgets(enterprise, month.getYear(), end),
                reference,
                calendar);
        return reply(query, EnterpriseMonth.of(figures, month), "report-" + code + '-' + month);
    }

    /** {@code GET /api/v1/reports/enterprises/{code}/years/{year}}. */
    Reply enterpriseYear(Query query) throws Exception {
        Enterprise enterprise = known.enterprise(query);
        String code = enterprise.code().text();
        int year = year(query);
        LocalDate first = LocalDate.of(year, 1, 1);
        Verdicts kept = known.verdicts();
        List<Verdict> verdicts =
                new ArrayList<>(kept.all(Wanted.of(code).during(PeriodKind.YEAR, first.minusYears(1), first)));
        present(
                verdicts.stream().anyMatch(verdict -> verdict.period().start().equals(first)),
                code,
                String.valueOf(year));
        verdicts.addAll(kept.all(Wanted.of(code).during(PeriodKind.MONTH, first, first.plusMonths(11))));
        LocalDate end = first.plusYears(1);
        LocalDate newest = kept.newest(PeriodKind.DAY).orElse(end);
        EnterpriseFigures figures = new EnterpriseFigures(
                enterprise,
                verdicts,
                kept.corrections(code, first, end),
                outlooks.budgets(enterprise, year, newest.isBefore(end) ? newest : end),
                reference,
                calendar);
        return reply(query, EnterpriseYear.of(figures, year), "report-" + code + '-' + year);
    }

    /** {@code GET /api/v1/reports/regions/{prefix}/months/{month}}. */
    Reply regionMonth(Query query) throws Exception {
        List<Enterprise> members = regions.members(query);
        YearMonth month = month(query);
        Wanted wanted = Wanted.of(PeriodKind.MONTH.containing(month.atDay(1))).by(Known.codes(members));
        String region = query.inPath("prefix");
        Report report = RegionMonth.of(region, month, members, known.verdicts().all(wanted), calendar);
        return reply(query, report, "report-" + region + '-' + month);
    }

    private static void present(boolean there, String code, String period) {
        if (!there) {
            throw Refusal.notFound(code + " 在 " + period + " 没有数据", "there is no figure of " + code + " in " + period);
        }
    }

    private static YearMonth month(Query query) {
        String text = query.inPath("month");
        try {
            YearMonth month = YearMonth.parse(text);
            if (month.getYear() >= 1970 && month.getYear() <= 9999) {
                return month;
            }
        } catch (DateTimeException e) {
            throw refused(text, "2026-08");
        }
        throw refused(text, "2026-08");
    }

    private static int year(Query query) {
        String text = query.inPath("year");
        if (text.matches("19[7-9][0-9]|[2-9][0-9]{3}")) {
            return Year.parse(text).getValue();
        }
        throw refused(text, "2026");
    }

    private static Refusal refused(String text, String example) {
        return Refusal.badRequest(
                "\"" + text + "\" 不是统计期，请给出如 " + example, "\"" + text + "\" is no period; give one such as " + example);
    }

    private static Reply reply(Query query, Report report, String name) throws Exception {
        if (query.format(Format.HTML, Format.XLSX) == Format.XLSX) {
            return Reply.download(
                    Format.XLSX.type(), name + ".xlsx", out -> Xlsx.write(ReportBook.of(report, query.base()), out));
        }
        return new Reply.Body("text/html; charset=utf-8", ReportHtml.of(report, query.base()), ReportHtml.policy());
    }
}
