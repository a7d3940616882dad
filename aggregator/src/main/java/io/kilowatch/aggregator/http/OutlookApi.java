package io.kilowatch.aggregator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.figures.Wanted;
import io.kilowatch.aggregator.outlook.BudgetOutlook;
import io.kilowatch.aggregator.outlook.CostIndication;
import io.kilowatch.aggregator.outlook.Forecast;
import io.kilowatch.aggregator.outlook.QuotaOutlook;
import io.kilowatch.aggregator.outlook.Series;
import io.kilowatch.aggregator.outlook.Use;
import io.kilowatch.domain.Declared;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.Verdict;
import io.kilowatch.domain.Verdict.Judgement;
import io.kilowatch.platform.http.Query;
import io.kilowatch.platform.http.Reply;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What the year of an enterprise will come to, and what that costs. */
final class OutlookApi {
    private static final BigDecimal LEAST_PUE = BigDecimal.ONE;

    private final Known known;
    private final Days days;
    private final ReferenceData reference;

    OutlookApi(Known known, Days days, ReferenceData reference) {
        this.known = known;
        this.days = days;
        this.reference = reference;
    }

    /** {@code GET /api/v1/enterprises/{code}/indicators/{indicator}/forecast}. */
    Reply forecast(Query query) throws Exception {
        Enterprise enterprise = known.enterprise(query);
        String indicator = Known.indicator(query.inPath("indicator")).replace("*", "");
        LocalDate today = days.today(query);
        int year = query.year("year").orElse(today.getYear());
        String code = enterprise.code().text();
        Forecast forecast = Forecast.of(days.of(code, indicator, year, today), year, today);
        ObjectNode answer = Json.object().put("enterprise", code).put("indicator", indicator);
        Optional<Verdict> verdict = known
                .verdicts()
                .all(Wanted.of(code).indicator(indicator).during(PeriodKind.YEAR, day(year), day(year)))
                .stream()
                .findFirst();
        answer.put("unit", verdict.map(Verdict::unit).orElse(null));
        answer.setAll(OutlookShape.forecast(forecast));
        Optional<QuotaOutlook> quota = forecast instanceof Forecast.Made made && verdict.isPresent()
                ? outlook(made, verdict.get())
                : Optional.empty();
        answer.set("quota", quota.map(OutlookShape::quota).orElse(null));
        return Reply.json(answer.toString());
    }

    private static LocalDate day(int year) {
        return LocalDate.of(year, 1, 1);
    }

    private static Optional<QuotaOutlook> outlook(Forecast.Made made, Verdict year) {
        if (made.shape() != Series.Shape.RATIO || year.judgement().isEmpty()) {
            return Optional.empty();
        }
        Judgement judgement = year.judgement().get();
        NavigableMap<LocalDate, BigDecimal> limits = new TreeMap<>();
        judgement
                .parts()
                .forEach(part -> part.limits()
                        .level(judgement.judgedLevel())
                        .ifPresent(limit -> limits.put(part.from(), limit)));
        if (limits.isEmpty()) {
            judgement.limit().ifPresent(limit -> limits.put(day(made.year()), limit));
        }
        if (limits.isEmpty()) {
            return Optional.empty();
        }
        limits.putIfAbsent(day(made.year()), limits.firstEntry().getValue());
        return Optional.of(QuotaOutlook.of(made, limits, least(year.indicator(), limits)));
    }

    /** Process energy with a limit that may be negative may be negative too. */
    private static Optional<BigDecimal> least(String indicator, NavigableMap<LocalDate, BigDecimal> limits) {
        if (indicator.startsWith("pue:")) {
            return Optional.of(LEAST_PUE);
        }
        return limits.values().stream().allMatch(limit -> limit.signum() > 0)
                ? Optional.of(BigDecimal.ZERO)
                : Optional.empty();
    }

    /** {@code GET /api/v1/enterprises/{code}/budget}. */
    Reply budget(Query query) throws Exception {
        Enterprise enterprise = known.enterprise(query);
        LocalDate today = days.today(query);
        int year = query.year("year").orElse(today.getYear());
        ObjectNode answer =
                Json.object().put("enterprise", enterprise.code().text()).put("year", year);
        answer.set("budgets", Json.array(budgets(enterprise, year, today), OutlookShape::budget));
        return Reply.json(answer.toString());
    }

    /** The outlook of each budget of a year. */
    List<BudgetOutlook> budgets(Enterprise enterprise, int year, LocalDate today) throws Exception {
        List<BudgetOutlook> outlooks = new ArrayList<>();
        for (Declared.Budget budget : enterprise.declared().budgets()) {
            if (budget.year() == year) {
                String code = enterprise.code().text();
                Series series = days.energy(java.util.Set.of(code), budget.basis(), year, today)
                        .getOrDefault(code, Series.ofSums(java.util.Map.of()));
                Use use = Use.of(series, Forecast.of(series, year, today));
                outlooks.add(BudgetOutlook.of(budget, use, reference.grades("budget")));
            }
        }
        return outlooks;
    }

    /** {@code GET /api/v1/enterprises/{code}/costs}. */
    Reply costs(Query query) throws Exception {
        Enterprise enterprise = known.enterprise(query);
        Optional<Period> year = known.year(query);
        LocalDate last = year.map(one -> one.end().minusDays(1)).orElse(LocalDate.EPOCH);
        LocalDate today = days.today(query);
        LocalDate day = today.isBefore(last)
                        && year.isPresent()
                        && !today.isBefore(year.get().start())
                ? today
                : last;
        Wanted wanted = Wanted.of(enterprise.code().text());
        List<Verdict> verdicts = year.isPresent()
                ? known.verdicts()
                        .all(wanted.during(
                                PeriodKind.YEAR, year.get().start(), year.get().start()))
                : List.of();
        CostIndication costs = CostIndication.of(enterprise, verdicts, reference.priceTiers(), day);
        ObjectNode answer = Json.object()
                .put("enterprise", enterprise.code().text())
                .put("day", day.toString())
                .put("indication", true)
                .put("paysWithinLimit", costs.paysWithinLimit());
        answer.set("charges", Json.array(costs.charges(), OutlookShape::charge));
        answer.set("notes", Json.array(costs.notes(), PolicyShape::json));
        return Reply.json(answer.toString());
    }
}
