package io.kilowatch.aggregator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.budget.RegionBudgets;
import io.kilowatch.aggregator.figures.Capacities;
import io.kilowatch.aggregator.figures.Wanted;
import io.kilowatch.aggregator.outlook.Barometer;
import io.kilowatch.aggregator.outlook.BenchmarkShare;
import io.kilowatch.aggregator.outlook.Forecast;
import io.kilowatch.aggregator.outlook.RegionBudget;
import io.kilowatch.aggregator.outlook.RegionOutlook;
import io.kilowatch.aggregator.outlook.Series;
import io.kilowatch.aggregator.outlook.Sums;
import io.kilowatch.aggregator.outlook.Use;
import io.kilowatch.domain.Basis;
import io.kilowatch.domain.BenchmarkTarget;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.Verdict;
import io.kilowatch.platform.http.Query;
import io.kilowatch.platform.http.Reply;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The budgets of a region, and the share of its capacity at the benchmark level. */
final class RegionOutlookApi {
    private static final String VALUE_ADDED = "intensity:value-added";

    private final Known known;
    private final RegionApi regions;
    private final Days days;
    private final ReferenceData reference;
    private final RegionBudgets budgets;

    RegionOutlookApi(Known known, RegionApi regions, Days days, ReferenceData reference, RegionBudgets budgets) {
        this.known = known;
        this.regions = regions;
        this.days = days;
        this.reference = reference;
        this.budgets = budgets;
    }

    /** {@code GET /api/v1/regions/{prefix}/budget}. */
    Reply budget(Query query) throws Exception {
        List<Enterprise> members = regions.members(query);
        LocalDate today = days.today(query);
        int year = query.year("year").orElse(today.getYear());
        ObjectNode answer = Json.object().put("region", query.inPath("prefix")).put("year", year);
        List<ObjectNode> bases = new ArrayList<>();
        for (Basis basis : Basis.values()) {
            bases.add(shape(outlook(query.inPath("prefix"), members, basis, year, today)));
        }
        answer.set("bases", Json.array(bases, base -> base));
        return Reply.json(answer.toString());
    }

    /** Where the region has no budget of its own, only enterprises that have one of the year and basis are asked for. */
    private RegionOutlook outlook(String region, List<Enterprise> all, Basis basis, int year, LocalDate today)
            throws Exception {
        Optional<RegionBudget> own = budgets.of(code(region), year, basis);
        List<Enterprise> counted = all.stream()
                .filter(one -> own.isPresent()
                        || one.declared().budgets().stream()
                                .anyMatch(budget -> budget.year() == year && budget.basis() == basis))
                .toList();
        Map<String, Series> series = days.energy(Known.codes(counted), basis, year, today);
        LocalDate until = until(year, today);
        List<RegionOutlook.Member> members = new ArrayList<>();
        for (Enterprise one : counted) {
            Series energy = series.getOrDefault(one.code().text(), Series.ofSums(Map.of()));
            Use use = Use.of(energy, Forecast.of(energy, year, today));
            members.add(new RegionOutlook.Member(one.code(), one.declared().budgets(), use));
        }
        return RegionOutlook.of(region, basis, year, until, members, own, ReferenceApi.grades(reference));
    }

    /** The six digits of a region, which end in zeros for a province or a city. */
    private static String code(String prefix) {
        return (prefix + "0000").substring(0, 6);
    }

    private static LocalDate until(int year, LocalDate today) {
        LocalDate start = LocalDate.of(year, 1, 1);
        LocalDate end = start.plusYears(1);
        return today.isBefore(start) ? start : today.isAfter(end) ? end : today;
    }

    private static ObjectNode shape(RegionOutlook outlook) {
        ObjectNode node = Json.object().put("basis", outlook.basis().word()).put("budgeted", outlook.budgeted());
        node.set(
                "withoutForecast",
                Json.texts(outlook.withoutForecast().stream()
                        .map(EnterpriseCode::text)
                        .toList()));
        node.set("together", outlook.together().map(OutlookShape::budget).orElse(null));
        node.set("own", outlook.own().map(OutlookShape::budget).orElse(null));
        return node;
    }

    /** {@code GET /api/v1/regions/{prefix}/barometer}: the first months of a year against the same ones of the year before. */
    Reply barometer(Query query) throws Exception {
        List<Enterprise> members = regions.members(query);
        int year = query.year("year").orElse(days.today(query).getYear());
        Optional<BigDecimal> target = query.parsed(
                "target", RegionOutlookApi::target, "大于 0、小于 1 的小数，如 0.03", "a decimal between 0 and 1, such as 0.03");
        SortedMap<Integer, Sums> now = intensities(members, year);
        SortedMap<Integer, Sums> then = intensities(members, year - 1);
        now.keySet().retainAll(then.keySet());
        then.keySet().retainAll(now.keySet());
        Barometer barometer = Barometer.of(sum(now), sum(then), target, ReferenceApi.grades(reference));
        ObjectNode answer = Json.object().put("region", query.inPath("prefix")).put("year", year);
        answer.set(
                "months", Json.texts(now.keySet().stream().map(String::valueOf).toList()));
        OutlookShape.barometer(answer, barometer);
        return Reply.json(answer.toString());
    }

    private static BigDecimal target(String text) {
        BigDecimal share = new BigDecimal(text);
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException("no share");
        }
        return share;
    }

    /** Energy and value added of those enterprises that declare the latter, by month. */
    private SortedMap<Integer, Sums> intensities(List<Enterprise> members, int year) throws Exception {
        Wanted wanted = Wanted.of(PeriodKind.MONTH.containing(LocalDate.of(year, 1, 1)))
                .by(Known.codes(members))
                .indicator(VALUE_ADDED)
                .during(PeriodKind.MONTH, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 1));
        SortedMap<Integer, Sums> months = new TreeMap<>();
        for (Verdict month : known.verdicts().all(wanted)) {
            if (month.numerator().isPresent() && month.denominator().isPresent()) {
                months.merge(
                        month.period().start().getMonthValue(),
                        new Sums(month.numerator().get(), month.denominator().get()),
                        Sums::plus);
            }
        }
        return months;
    }

    private static Sums sum(SortedMap<Integer, Sums> months) {
        return months.values().stream().reduce(Sums.NONE, Sums::plus);
    }

    /** {@code GET /api/v1/regions/{prefix}/benchmark-share}. */
    Reply benchmarkShare(Query query) throws Exception {
        List<Enterprise> members = regions.members(query);
        Optional<Period> year = known.year(query);
        LocalDate day = year.map(one -> one.end().minusDays(1)).orElse(LocalDate.EPOCH);
        Capacities capacities = new Capacities(reference, days.threshold(), day);
        Wanted wanted = Wanted.of(year.orElse(Known.NEVER)).by(Known.codes(members));
        int digits = query.inPath("prefix").length();
        Optional<String> industry = query.text("industry");
        List<BenchmarkShare> shares =
                BenchmarkShare.by(capacities.plants(members, known.verdicts().all(wanted)), digits, capacities::target)
                        .stream()
                        .filter(share ->
                                industry.map(share.group().industry()::equals).orElse(true))
                        .toList();
        ObjectNode answer = Json.object().put("region", query.inPath("prefix"));
        answer.set("period", Json.period(year));
        answer.set("items", Json.array(shares, this::share));
        return Reply.json(answer.toString());
    }

    private ObjectNode share(BenchmarkShare share) {
        ObjectNode node = OutlookShape.share(share);
        node.set(
                "name",
                reference.benchmarkTargets().stream()
                        .filter(target -> target.id().equals(share.group().industry()))
                        .map(BenchmarkTarget::name)
                        .findFirst()
                        .map(Json::name)
                        .orElse(null));
        return node;
    }
}
