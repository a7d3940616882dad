package io.kilowatch.aggregator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.domain.BenchmarkTarget;
import io.kilowatch.domain.DualControlRule;
import io.kilowatch.domain.PriceTier;
import io.kilowatch.domain.WarningGrade;
import io.kilowatch.platform.table.Cell;
import io.kilowatch.platform.table.Column;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Price policies, grades of warning, rules of dual control and targets as the API shows them. */
final class PolicyShape {
    private static final Column DOCUMENT = Column.of("文件", "document", 24);
    private static final Column VERIFIED = Column.of("已核实", "verified", 8);
    private static final Column SOURCE = Column.of("来源", "source", 50);
    private static final Column NAME_ZH = Column.of("名称", "Chinese name", 26);
    private static final Column NAME_EN = Column.of("英文名", "English name", 26);
    private static final Column FROM = Column.of("施行日期", "in force from", 12);
    private static final Column UNTIL = Column.of("失效日期", "until", 12);

    /** Price policies. */
    static final Browsable<PriceTier> PRICE_TIERS = new Browsable<>(
            "price-tiers",
            PolicyShape::json,
            List.of(
                    Column.of("政策", "policy", 22),
                    NAME_ZH,
                    NAME_EN,
                    DOCUMENT,
                    Column.of("方式", "kind", 12),
                    Column.of("限额", "quota", 26),
                    Column.of("目录类别", "category", 18),
                    Column.of("地区", "region", 10),
                    Column.of("行业", "industry", 14),
                    Column.of("档", "tier", 24),
                    Column.of("阈值", "threshold", 12),
                    Column.of("级差", "step", 10),
                    Column.of("加价 元/kWh", "adder yuan/kWh", 12),
                    FROM,
                    UNTIL,
                    VERIFIED,
                    SOURCE),
            one -> Cell.row(
                    one.policy(),
                    one.name().zh(),
                    one.name().en(),
                    one.document(),
                    word(one.kind()),
                    one.quota(),
                    one.category().map(PolicyShape::word),
                    one.region(),
                    one.industry(),
                    one.tier().zh() + " / " + one.tier().en(),
                    one.threshold(),
                    one.step(),
                    one.adder(),
                    one.effectiveFrom(),
                    one.until(),
                    one.verified() ? "yes" : "no",
                    one.source()));

    /** Grades of warning. */
    static final Browsable<WarningGrade> GRADES = new Browsable<>(
            "warning-grades",
            PolicyShape::json,
            List.of(
                    Column.of("体系", "scheme"),
                    Column.of("等级", "grade"),
                    NAME_ZH,
                    NAME_EN,
                    Column.of("完成度不低于", "completion at least"),
                    Column.of("完成度低于", "completion below"),
                    DOCUMENT,
                    VERIFIED,
                    SOURCE),
            one -> Cell.row(
                    one.scheme(),
                    one.id(),
                    one.name().zh(),
                    one.name().en(),
                    one.atLeast(),
                    one.below(),
                    one.document(),
                    one.verified() ? "yes" : "no",
                    one.source()));

    /** Rules of dual control. */
    static final Browsable<DualControlRule> DUAL_CONTROL = new Browsable<>(
            "dual-control-rules",
            PolicyShape::json,
            List.of(
                    Column.of("代码", "rule", 14),
                    NAME_ZH,
                    NAME_EN,
                    DOCUMENT,
                    Column.of("扣除原料用能", "feedstock taken off"),
                    Column.of("扣除非化石电力", "non-fossil electricity taken off"),
                    Column.of("种类", "kinds", 30),
                    Column.of("基期", "base year"),
                    FROM,
                    UNTIL,
                    VERIFIED,
                    SOURCE),
            one -> Cell.row(
                    one.id(),
                    one.name().zh(),
                    one.name().en(),
                    one.document(),
                    one.feedstock() ? "yes" : "no",
                    word(one.renewables()),
                    kinds(one).stream().collect(Collectors.joining(", ")),
                    one.baseYear(),
                    one.effectiveFrom(),
                    one.until(),
                    one.verified() ? "yes" : "no",
                    one.source()));

    /** Targets for the share at the benchmark level. */
    static final Browsable<BenchmarkTarget> TARGETS = new Browsable<>(
            "benchmark-targets",
            PolicyShape::json,
            List.of(
                    Column.of("代码", "target", 26),
                    NAME_ZH,
                    NAME_EN,
                    DOCUMENT,
                    Column.of("条款", "clause", 40),
                    Column.of("地区", "region", 10),
                    Column.of("限额", "quotas", 40),
                    Column.of("须超过", "above", 10),
                    Column.of("最迟", "by", 12),
                    VERIFIED,
                    SOURCE),
            one -> Cell.row(
                    one.id(),
                    one.name().zh(),
                    one.name().en(),
                    one.document(),
                    one.clause(),
                    one.region(),
                    String.join(" ", one.quotas()),
                    one.above(),
                    one.by(),
                    one.verified() ? "yes" : "no",
                    one.source()));

    private PolicyShape() {}

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> kinds(DualControlRule rule) {
        return rule.kinds().stream().map(PolicyShape::word).sorted().toList();
    }

    static ObjectNode json(PriceTier one) {
        ObjectNode node = Json.object().put("policy", one.policy());
        node.set("name", Json.name(one.name()));
        node.put("document", one.document())
                .put("kind", word(one.kind()))
                .put("quota", one.quota().orElse(null))
                .put("category", one.category().map(PolicyShape::word).orElse(null))
                .put("region", one.region())
                .put("industry", one.industry());
        node.set("tier", Json.name(one.tier()));
        return node.put("threshold", Json.text(one.threshold()))
                .put("step", Json.text(one.step()))
                .put("adder", Json.text(one.adder()))
                .put("effectiveFrom", one.effectiveFrom().toString())
                .put("until", one.until().map(LocalDate::toString).orElse(null))
                .put("verified", one.verified())
                .put("source", one.source());
    }

    private static ObjectNode json(WarningGrade one) {
        ObjectNode node = Json.object().put("scheme", one.scheme()).put("grade", one.id());
        node.set("name", Json.name(one.name()));
        return node.put("atLeast", Json.text(one.atLeast()))
                .put("above", Json.text(one.above()))
                .put("below", Json.text(one.below()))
                .put("atMost", Json.text(one.atMost()))
                .put("document", one.document())
                .put("verified", one.verified())
                .put("source", one.source());
    }

    private static ObjectNode json(DualControlRule one) {
        ObjectNode node = Json.object().put("rule", one.id());
        node.set("name", Json.name(one.name()));
        node.put("document", one.document())
                .put("feedstock", one.feedstock())
                .put("renewables", word(one.renewables()));
        node.set("kinds", Json.texts(kinds(one)));
        return node.put("baseYear", one.baseYear().orElse(null))
                .put("effectiveFrom", one.effectiveFrom().toString())
                .put("until", one.until().map(LocalDate::toString).orElse(null))
                .put("verified", one.verified())
                .put("source", one.source());
    }

    private static ObjectNode json(BenchmarkTarget one) {
        ObjectNode node = Json.object().put("target", one.id());
        node.set("name", Json.name(one.name()));
        node.put("document", one.document()).put("clause", one.clause()).put("region", one.region());
        node.set("quotas", Json.texts(one.quotas()));
        return node.put("above", one.above().toPlainString())
                .put("by", one.by().toString())
                .put("verified", one.verified())
                .put("source", one.source());
    }
}
