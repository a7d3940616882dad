package io.kilowatch.aggregator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.domain.Carrier;
import io.kilowatch.domain.CarrierFactor;
import io.kilowatch.domain.InputDefinition;
import io.kilowatch.domain.OutputConversion;
import io.kilowatch.platform.table.Cell;
import io.kilowatch.platform.table.Column;
import io.kilowatch.registry.reference.Constant;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Carriers, factors, inputs, conversions and constants as the API shows them. */
final class CarrierShape {
    private static final Column VERIFIED = Column.of("已核实", "verified", 8);
    private static final Column SOURCE = Column.of("来源", "source", 50);
    private static final Column STANDARD = Column.of("标准", "standard", 20);
    private static final Column FROM = Column.of("施行日期", "in force from", 12);
    private static final Column NAME_ZH = Column.of("名称", "Chinese name", 26);
    private static final Column NAME_EN = Column.of("英文名", "English name", 26);

    /** Carriers. */
    static final Browsable<Carrier> CARRIERS = new Browsable<>(
            "carriers",
            CarrierShape::json,
            List.of(
                    Column.of("代码", "carrier", 22),
                    NAME_ZH,
                    NAME_EN,
                    Column.of("计量", "dimension"),
                    Column.of("单位", "base unit", 10),
                    Column.of("类别", "kind", 18),
                    Column.of("实测", "measured quality", 18)),
            one -> Cell.row(
                    one.id(),
                    one.name().zh(),
                    one.name().en(),
                    word(one.dimension()),
                    one.dimension().baseUnit(),
                    word(one.kind()),
                    word(one.quality())));

    /** Factors. */
    static final Browsable<CarrierFactor> FACTORS = new Browsable<>(
            "factors",
            CarrierShape::json,
            List.of(
                    Column.of("能源品种", "carrier", 22),
                    Column.of("口径", "basis", 12),
                    Column.of("适用标准", "scope", 18),
                    Column.of("折标系数 kgce/单位", "kgce per base unit"),
                    Column.of("下限", "least", 10),
                    Column.of("上限", "most", 10),
                    STANDARD,
                    FROM,
                    VERIFIED,
                    SOURCE),
            one -> Cell.row(
                    one.carrier(),
                    one.basis().word(),
                    one.scope(),
                    one.kgcePerUnit(),
                    one.least(),
                    one.most(),
                    one.standard(),
                    one.effectiveFrom(),
                    one.verified() ? "yes" : "no",
                    one.source()));

    /** Inputs. */
    static final Browsable<InputDefinition> INPUTS = new Browsable<>(
            "inputs",
            CarrierShape::json,
            List.of(
                    Column.of("代码", "input", 24),
                    NAME_ZH,
                    NAME_EN,
                    Column.of("单位", "unit", 10),
                    Column.of("最小", "least", 10),
                    Column.of("最大", "most", 10),
                    Column.of("来自", "origin")),
            one -> Cell.row(
                    one.id(),
                    one.name().zh(),
                    one.name().en(),
                    one.unit(),
                    one.least(),
                    one.most(),
                    word(one.origin())));

    /** Conversions of output. */
    static final Browsable<OutputConversion> CONVERSIONS = new Browsable<>(
            "conversions",
            CarrierShape::json,
            List.of(
                    Column.of("代码", "conversion", 26),
                    NAME_ZH,
                    NAME_EN,
                    Column.of("算式", "expression", 30),
                    STANDARD,
                    Column.of("条款", "clause"),
                    FROM,
                    VERIFIED,
                    SOURCE),
            one -> Cell.row(
                    one.id(),
                    one.name().zh(),
                    one.name().en(),
                    one.expression(),
                    one.standard(),
                    one.clause(),
                    one.effectiveFrom(),
                    one.verified() ? "yes" : "no",
                    one.source()));

    /** Constants. */
    static final Browsable<Constant> CONSTANTS = new Browsable<>(
            "constants",
            CarrierShape::json,
            List.of(
                    Column.of("代码", "constant", 26),
                    NAME_ZH,
                    NAME_EN,
                    Column.of("值", "value"),
                    Column.of("单位", "unit"),
                    STANDARD,
                    Column.of("条款", "clause"),
                    FROM,
                    VERIFIED,
                    SOURCE),
            one -> Cell.row(
                    one.id(),
                    one.name().zh(),
                    one.name().en(),
                    one.value(),
                    one.unit(),
                    one.standard(),
                    one.clause(),
                    one.effectiveFrom(),
                    one.verified() ? "yes" : "no",
                    one.source()));

    private CarrierShape() {}

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ObjectNode json(Carrier one) {
        ObjectNode node = Json.object().put("carrier", one.id());
        node.set("name", Json.name(one.name()));
        return node.put("dimension", word(one.dimension()))
                .put("baseUnit", one.dimension().baseUnit())
                .put("kind", word(one.kind()))
                .put("quality", word(one.quality()));
    }

    private static ObjectNode json(CarrierFactor one) {
        return Json.object()
                .put("carrier", one.carrier())
                .put("basis", one.basis().word())
                .put("scope", one.scope().orElse(null))
                .put("kgcePerUnit", Json.text(one.kgcePerUnit()))
                .put("least", Json.text(one.least()))
                .put("most", Json.text(one.most()))
                .put("standard", one.standard())
                .put("effectiveFrom", one.effectiveFrom().toString())
                .put("verified", one.verified())
                .put("source", one.source());
    }

    private static ObjectNode json(InputDefinition one) {
        ObjectNode node = Json.object().put("input", one.id());
        node.set("name", Json.name(one.name()));
        node.put("unit", one.unit()).put("least", Json.text(one.least())).put("most", Json.text(one.most()));
        ObjectNode choices = node.putObject("choices");
        new TreeMap<>(one.choices()).forEach((choice, name) -> choices.set(choice, Json.name(name)));
        return node.put("origin", word(one.origin()));
    }

    private static ObjectNode json(OutputConversion one) {
        ObjectNode node = Json.object().put("conversion", one.id());
        node.set("name", Json.name(one.name()));
        return node.put("expression", one.expression())
                .put("standard", one.standard())
                .put("clause", one.clause())
                .put("effectiveFrom", one.effectiveFrom().toString())
                .put("verified", one.verified())
                .put("source", one.source());
    }

    private static ObjectNode json(Constant one) {
        ObjectNode node = Json.object().put("constant", one.id());
        node.set("name", Json.name(one.name()));
        return node.put("value", one.value().toPlainString())
                .put("unit", one.unit())
                .put("standard", one.standard())
                .put("clause", one.clause())
                .put("effectiveFrom", one.effectiveFrom().toString())
                .put("verified", one.verified())
                .put("source", one.source());
    }
}
