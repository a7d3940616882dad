package io.kilowatch.aggregator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.figures.Exceedance;
import io.kilowatch.aggregator.figures.RegionSummary;
import io.kilowatch.aggregator.figures.Tally;
import io.kilowatch.aggregator.figures.Wanted;
import io.kilowatch.domain.Basis;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.platform.http.Format;
import io.kilowatch.platform.http.Query;
import io.kilowatch.platform.http.Refusal;
import io.kilowatch.platform.http.Reply;
import io.kilowatch.platform.table.Cell;
import io.kilowatch.platform.table.Column;
import io.kilowatch.platform.table.Table;
import io.kilowatch.registry.feed.EnterpriseFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Regions: those that enterprises lie in, and a period of one summed. */
final class RegionApi {
    private static final int[] DIGITS = {2, 4, 6};
    private static final int MOST_EXCEEDERS = 20;
    private static final List<Column> COLUMNS = List.of(
            Column.of("地区", "region"),
            Column.of("级别（位数）", "digits"),
            Column.of("用能单位数", "enterprises"),
            Column.of("达标", "within"),
            Column.of("超限额", "exceeding"),
            Column.of("无法判定", "cannot be judged"));

    private final Known known;
    private final VerdictItem item;

    RegionApi(Known known, VerdictItem item) {
        this.known = known;
        this.item = item;
    }

    /** {@code GET /api/v1/regions}. */
    Reply list(Query query) throws Exception {
        Optional<Period> period = known.period(query, PeriodKind.YEAR);
        Map<String, Tally> tallies = period.isPresent() ? known.verdicts().tallies(period.get()) : Map.of();
        Map<String, List<Enterprise>> regions = new TreeMap<>();
        for (Enterprise enterprise : known.matching(EnterpriseFilter.ALL)) {
            for (int digits : DIGITS) {
                regions.computeIfAbsent(enterprise.region().substring(0, digits), code -> new ArrayList<>())
                        .add(enterprise);
            }
        }
        Format format = query.format(Format.JSON, Format.CSV, Format.XLSX);
        if (format != Format.JSON) {
            List<List<Cell>> rows = regions.entrySet().stream()
                    .map(region -> row(region.getKey(), region.getValue().size(), standing(region.getValue(), tallies)))
                    .toList();
            return Reply.table(Table.of("regions", COLUMNS, rows), format, "regions");
        }
        ObjectNode answer = Json.object();
        answer.set("period", Json.period(period));
        answer.set("items", Json.array(regions.entrySet(), region -> {
            ObjectNode node = Json.object()
                    .put("region", region.getKey())
                    .put("digits", region.getKey().length())
                    .put("enterprises", region.getValue().size());
            node.set("standing", Json.tally(standing(region.getValue(), tallies)));
            return node;
        }));
        return Reply.json(answer.toString());
    }

    private static List<Cell> row(String region, int enterprises, Tally standing) {
        return Cell.row(
                region, region.length(), enterprises, standing.within(), standing.exceeds(), standing.cannotBeJudged());
    }

    private static Tally standing(List<Enterprise> enterprises, Map<String, Tally> tallies) {
        Tally standing = Tally.NONE;
        for (Enterprise enterprise : enterprises) {
            Optional<Outcome> worst =
                    tallies.getOrDefault(enterprise.code().text(), Tally.NONE).worst();
            standing = worst.isPresent() ? standing.plus(worst.get(), 1) : standing;
        }
        return standing;
    }

    /** The enterprises of the region in the path. */
    List<Enterprise> members(Query query) {
        String prefix = query.inPath("prefix");
        if (!prefix.matches("([0-9]{2}){1,3}")) {
            throw Refusal.badRequest(
                    "地区为 \"" + prefix + "\"，请给出行政区划代码的前 2、4 或 6 位，如 6403",
                    "the region is \"" + prefix + "\": give 2, 4 or 6 digits of GB/T 2260, such as 6403");
        }
        List<Enterprise> members = known.matching(EnterpriseFilter.region(prefix));
        if (members.isEmpty()) {
            throw Refusal.notFound("地区 " + prefix + " 没有登记用能单位", "no enterprise is registered in region " + prefix);
        }
        return members;
    }

    /** {@code GET /api/v1/regions/{prefix}/summary}. */
    Reply summary(Query query) throws Exception {
        List<Enterprise> members = members(query);
        Optional<Period> period = known.period(query, PeriodKind.YEAR);
        Wanted wanted = Wanted.of(period.orElse(Known.NEVER)).by(Known.codes(members));
        RegionSummary summary = RegionSummary.of(members, known.verdicts().all(wanted));
        ObjectNode answer = Json.object().put("region", query.inPath("prefix"));
        answer.set("period", Json.period(period));
        answer.setAll(group(summary.whole()));
        answer.set("industries", Json.array(summary.industries().entrySet(), entry -> {
            ObjectNode node = Json.object().put("industry", entry.getKey());
            return node.setAll(group(entry.getValue()));
        }));
        List<Exceedance> top =
                summary.exceeders().stream().limit(MOST_EXCEEDERS).toList();
        answer.put("exceedances", summary.exceeders().size());
        answer.set("topExceeders", Json.array(top, this::exceedance));
        return Reply.json(answer.toString());
    }

    private ObjectNode exceedance(Exceedance one) {
        ObjectNode node =
                item.of(one.verdict(), known.find(one.verdict().enterprise().text()));
        return node.put("overshoot", Json.text(one.share()));
    }

    private static ObjectNode group(RegionSummary.Group group) {
        ObjectNode node = Json.object().put("enterprises", group.enterprises()).put("reporting", group.reporting());
        node.set("standing", Json.tally(group.standing()));
        node.set("verdicts", Json.tally(group.verdicts()));
        ObjectNode energy = node.putObject("comprehensiveEnergy").put("unit", "tce");
        for (Basis basis : Basis.values()) {
            energy.put(
                    basis.word(), Json.text(Optional.ofNullable(group.energy().get(basis))));
        }
        return node;
    }
}
