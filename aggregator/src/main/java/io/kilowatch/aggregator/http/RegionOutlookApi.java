package io.kilowatch.aggregator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.figures.Capacities;
import io.kilowatch.aggregator.figures.Wanted;
import io.kilowatch.aggregator.outlook.BenchmarkShare;
import io.kilowatch.aggregator.outlook.Forecast;
import io.kilowatch.aggregator.outlook.RegionOutlook;
import io.kilowatch.aggregator.outlook.Series;
import io.kilowatch.aggregator.outlook.Use;
import io.kilowatch.domain.Basis;
import io.kilowatch.domain.BenchmarkTarget;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.domain.Period;
import io.kilowatch.platform.http.Query;
import io.kilowatch.platform.http.Reply;
import io.kilowatch.registry.reference.ReferenceData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The budgets of a region, and the share of its capacity at the benchmark level. */
final class RegionOutlookApi {
    private final Known known;
    private final RegionApi regions;
    private final Days days;
    private final ReferenceData reference;

    RegionOutlookApi(Known known, RegionApi regions, Days days, ReferenceData reference) {
        this.known = known;
        this.regions = regions;
        this.days = days;
        this.reference = reference;
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

    /** Only enterprises with a budget of the year and basis are asked for; nothing else is summed here. */
    private RegionOutlook outlook(String region, List<Enterprise> all, Basis basis, int year, LocalDate today)
            throws Exception {
        List<Enterprise> budgeted = all.stream()
                .filter(one -> one.declared().budgets().stream()
                        .anyMatch(budget -> budget.year() == year && budget.basis() == basis))
                .toList();
        Map<String, Series> series = days.energy(Known.codes(budgeted), basis, year, today);
        LocalDate until = until(year, today);
        List<RegionOutlook.Member> members = new ArrayList<>();
        for (Enterprise one : budgeted) {
            Series energy = series.getOrDefault(one.code().text(), Series.ofSums(Map.of()));
            Use use = Use.of(energy, Forecast.of(energy, year, today));
            members.add(new RegionOutlook.Member(one.code(), one.declared().budgets(), use));
        }
        return RegionOutlook.of(region, basis, year, until, members, Optional.empty(), ReferenceApi.grades(reference));
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
        return node;
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
