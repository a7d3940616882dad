package io.kilowatch.aggregator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.figures.Tally;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.platform.http.Cursor;
import io.kilowatch.platform.http.Format;
import io.kilowatch.platform.http.Query;
import io.kilowatch.platform.http.Reply;
import io.kilowatch.platform.table.Cell;
import io.kilowatch.platform.table.Column;
import io.kilowatch.platform.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The enterprises of the registry with how a period came out. */
final class EnterpriseApi {
    private static final int PAGE = 200;
    private static final int LONGEST_PAGE = 1_000;
    private static final List<Column> COLUMNS = List.of(
            Column.of("统一社会信用代码", "credit code", 22),
            Column.of("用能单位", "enterprise", 32),
            Column.of("英文名", "English name", 32),
            Column.of("地区", "region", 10),
            Column.of("行业", "industry", 10),
            Column.of("厂别", "plant", 10),
            Column.of("统计期", "period", 10),
            Column.of("起", "from", 12),
            Column.of("达标", "within", 10),
            Column.of("超限额", "exceeds", 10),
            Column.of("无法判定", "cannot be judged", 10));

    private final Known known;

    EnterpriseApi(Known known) {
        this.known = known;
    }

    /** {@code GET /api/v1/enterprises}. */
    Reply list(Query query) throws Exception {
        Format format = query.format(Format.JSON, Format.CSV, Format.XLSX);
        Optional<Period> period = known.period(query, PeriodKind.YEAR);
        Map<String, Tally> tallies = period.isPresent() ? known.verdicts().tallies(period.get()) : Map.of();
        List<Enterprise> all = known.matching(Known.filter(query));
        if (format != Format.JSON) {
            List<List<Cell>> rows =
                    all.stream().map(one -> row(one, period, tallies)).toList();
            return Reply.table(Table.of("enterprises", COLUMNS, rows), format, "enterprises");
        }
        String after = query.cursor(1).map(cursor -> cursor.part(0)).orElse("");
        List<Enterprise> rest = all.stream()
                .filter(one -> one.code().text().compareTo(after) > 0)
                .toList();
        List<Enterprise> page = rest.subList(0, Math.min(query.limit(PAGE, LONGEST_PAGE), rest.size()));
        ObjectNode answer = Json.object();
        answer.set("period", Json.period(period));
        answer.set("items", Json.array(page, one -> item(one, tallies)));
        boolean more = page.size() < rest.size();
        answer.put(
                "next",
                more ? Cursor.of(page.get(page.size() - 1).code().text()).text() : null);
        return Reply.json(answer.toString());
    }

    private static List<Cell> row(Enterprise one, Optional<Period> period, Map<String, Tally> tallies) {
        Tally tally = tallies.getOrDefault(one.code().text(), Tally.NONE);
        return Cell.row(
                one.code(),
                one.name().zh(),
                one.name().en(),
                one.region(),
                one.industry(),
                one.newPlant() ? "new" : "existing",
                period.map(found -> found.kind().word()),
                period.map(Period::start),
                tally.within(),
                tally.exceeds(),
                tally.cannotBeJudged());
    }

    static ObjectNode item(Enterprise enterprise, Map<String, Tally> tallies) {
        Tally tally = tallies.getOrDefault(enterprise.code().text(), Tally.NONE);
        ObjectNode node = Json.enterprise(enterprise)
                .put("outcome", tally.worst().map(Outcome::word).orElse(null));
        node.set("outcomes", Json.tally(tally));
        return node;
    }
}
