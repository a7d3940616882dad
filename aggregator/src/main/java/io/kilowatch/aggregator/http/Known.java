package io.kilowatch.aggregator.http;

import io.kilowatch.aggregator.evidence.http.Asked;
import io.kilowatch.aggregator.figures.Verdicts;
import io.kilowatch.aggregator.figures.Wanted;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.platform.http.Query;
import io.kilowatch.platform.http.Refusal;
import io.kilowatch.registry.feed.EnterpriseFilter;
import io.kilowatch.registry.feed.Registry;
import io.kilowatch.registry.feed.RegistrySnapshot;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What requests name, found in what is known.
 *
 * @param registry the enterprises
 * @param verdicts the figures
 */
record Known(Registry registry, Verdicts verdicts) {
    /** A period that nothing is of. */
    static final Period NEVER = new Period(PeriodKind.DAY, LocalDate.EPOCH);

    private static final int LONGEST_INDICATOR = 128;

    Optional<Enterprise> find(String code) {
        return registry.snapshot().find(code).map(RegistrySnapshot.Entry::enterprise);
    }

    /** The enterprise in the path. */
    Enterprise enterprise(Query query) {
        String code = Asked.code(query.inPath("code"));
        return find(code)
                .orElseThrow(() -> Refusal.notFound("没有登记用能单位 " + code, "no enterprise " + code + " is registered"));
    }

    List<Enterprise> matching(EnterpriseFilter filter) {
        return registry.snapshot().matching(filter);
    }

    /** The enterprises asked for by region, industry and text. */
    static EnterpriseFilter filter(Query query) {
        return new EnterpriseFilter(prefix(query, "region"), prefix(query, "industry"), query.text("q"));
    }

    private static Optional<String> prefix(Query query, String name) {
        return query.parsed(
                name,
                text -> {
                    if (!text.matches("[A-Z]?[0-9]{0,6}")) {
                        throw new IllegalArgumentException("no prefix");
                    }
                    return text;
                },
                name.equals("region") ? "行政区划代码或其前几位，如 6403" : "行业代码或其前几位，如 C32",
                name.equals("region")
                        ? "a region's code or the first digits of it, such as 6403"
                        : "an industry's code or the beginning of it, such as C32");
    }

    static Set<String> codes(List<Enterprise> enterprises) {
        return enterprises.stream().map(one -> one.code().text()).collect(Collectors.toSet());
    }

    /** The kind of period asked for. */
    static Optional<PeriodKind> kind(Query query, String name) {
        return query.parsed(name, PeriodKind::parse, "day、month 或 year", "day, month or year");
    }

    /** The period asked for; without a day the newest that anybody has a verdict of. */
    Optional<Period> period(Query query, PeriodKind preset) throws Exception {
        PeriodKind kind = kind(query, "period").orElse(preset);
        Optional<LocalDate> day = query.date("at");
        return (day.isPresent() ? day : verdicts.newest(kind)).map(kind::containing);
    }

    /** The year asked for; without one the newest that anybody has a verdict of. */
    Optional<Period> year(Query query) throws Exception {
        Optional<LocalDate> day = query.year("year").map(year -> LocalDate.of(year, 1, 1));
        return (day.isPresent() ? day : verdicts.newest(PeriodKind.YEAR)).map(PeriodKind.YEAR::containing);
    }

    /** The same verdicts, of the indicator and the outcome asked for only. */
    static Wanted narrowed(Wanted wanted, Query query) {
        return new Wanted(
                wanted.enterprises(),
                wanted.kind(),
                wanted.from(),
                wanted.to(),
                query.text("indicator").map(Known::indicator).or(wanted::indicator),
                query.parsed(
                        "outcome",
                        Outcome::parse,
                        "within、exceeds 或 cannot-be-judged",
                        "within, exceeds or cannot-be-judged"));
    }

    static String indicator(String id) {
        if (id.isBlank() || id.length() > LONGEST_INDICATOR) {
            throw Refusal.badRequest("指标代码为空或过长", "the indicator's id is empty or too long");
        }
        return id;
    }
}
