package io.kilowatch.aggregator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.outlook.Allowance;
import io.kilowatch.aggregator.outlook.Barometer;
import io.kilowatch.aggregator.outlook.BenchmarkShare;
import io.kilowatch.aggregator.outlook.BudgetOutlook;
import io.kilowatch.aggregator.outlook.Charge;
import io.kilowatch.aggregator.outlook.Course;
import io.kilowatch.aggregator.outlook.Forecast;
import io.kilowatch.aggregator.outlook.QuotaOutlook;
import io.kilowatch.aggregator.outlook.Range;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Outlooks as the API shows them. */
final class OutlookShape {
    private static final int PLACES = 6;

    private OutlookShape() {}

    static @Nullable ObjectNode range(Optional<Range> range) {
        return range.map(OutlookShape::range).orElse(null);
    }

    private static ObjectNode range(Range range) {
        return Json.object()
                .put("value", range.value().toPlainString())
                .put("low", range.low().toPlainString())
                .put("high", range.high().toPlainString());
    }

    private static String rounded(BigDecimal share) {
        return share.setScale(PLACES, RoundingMode.DOWN).toPlainString();
    }

    private static ObjectNode reason(Reason reason) {
        return Json.name(reason.text()).put("code", reason.code());
    }

    /** A forecast, made or not. */
    static ObjectNode forecast(Forecast forecast) {
        ObjectNode node = Json.object()
                .put("year", forecast.year())
                .put("until", forecast.until().toString())
                .put("made", forecast instanceof Forecast.Made);
        if (forecast instanceof Forecast.Made made) {
            Course.Days days = made.course().count();
            node.set("forecast", range(made.value()));
            node.set(
                    "method",
                    Json.name(made.method().label()).put("id", made.method().word()));
            node.putObject("days")
                    .put("known", days.known())
                    .put("filled", days.filled())
                    .put("remaining", days.remaining());
            node.put("error", rounded(made.error()))
                    .put("backtests", made.backtests().size());
            node.set("text", Json.name(made.text()));
        } else if (forecast instanceof Forecast.NotMade none) {
            node.set("reason", reason(none.reason()));
        }
        return node;
    }

    /** What a forecast means for a limit. */
    static ObjectNode quota(QuotaOutlook outlook) {
        Allowance allowance = outlook.allowance();
        ObjectNode node = Json.object()
                .put("limit", outlook.limit().toPlainString())
                .put("within", outlook.within())
                .put("certainty", outlook.certainty().name().toLowerCase(Locale.ROOT))
                .put("margin", outlook.margin().toPlainString());
        node.putObject("allowance")
                .put("amount", allowance.amount().toPlainString())
                .put("perUnit", Json.text(allowance.perUnit()))
                .put("perDay", Json.text(allowance.perDay()))
                .put("state", allowance.state().name().toLowerCase(Locale.ROOT))
                .set("text", Json.name(allowance.text()));
        return node;
    }

    /** A budget, its use and what it comes to. */
    static ObjectNode budget(BudgetOutlook outlook) {
        ObjectNode node = Json.object()
                .put("year", outlook.year())
                .put("until", outlook.until().toString())
                .put("basis", outlook.basis().word());
        node.set("documents", Json.texts(outlook.documents()));
        node.put("unit", "tce")
                .put("budget", outlook.budget().toPlainString())
                .put("schedule", outlook.schedule().toPlainString())
                .put("used", outlook.used().toPlainString())
                .put("completion", rounded(outlook.completion()));
        node.set(
                "grade",
                outlook.grade()
                        .map(grade ->
                                Json.name(grade.name()).put("id", grade.id()).put("document", grade.document()))
                        .orElse(null));
        node.set("forecast", range(outlook.forecast()));
        node.put("left", Json.text(outlook.left()))
                .put("exhausted", outlook.exhausted().map(LocalDate::toString).orElse(null))
                .put("filledDays", outlook.filled());
        node.set("reasons", Json.array(outlook.reasons(), OutlookShape::reason));
        node.set("text", Json.name(outlook.text()));
        return node;
    }

    /** How intensity goes against the year before. */
    static void barometer(ObjectNode node, Barometer barometer) {
        if (barometer instanceof Barometer.Unknown unknown) {
            node.set("reason", reason(unknown.reason()));
        } else if (barometer instanceof Barometer.Standing standing) {
            node.put("intensity", Json.text(standing.now().quotient()))
                    .put("before", Json.text(standing.then().quotient()))
                    .put("unit", "tce/万元")
                    .put("reduction", rounded(standing.reduction()))
                    .put("target", Json.text(standing.target()))
                    .put(
                            "completion",
                            standing.completion().map(OutlookShape::rounded).orElse(null));
            node.set(
                    "grade",
                    standing.grade()
                            .map(grade -> Json.name(grade.name())
                                    .put("id", grade.id())
                                    .put("document", grade.document()))
                            .orElse(null));
            node.set("text", Json.name(standing.text()));
        }
    }

    /** What a row of the price policies adds. */
    static ObjectNode charge(Charge charge) {
        ObjectNode node = Json.object()
                .put("indicator", charge.indicator().orElse(null))
                .put("value", Json.text(charge.value()))
                .put("outcome", charge.outcome().map(Outcome::word).orElse(null))
                .put("steps", Json.text(charge.steps()))
                .put("adder", Json.text(charge.adder()))
                .put("kilowattHours", Json.text(charge.kilowattHours()))
                .put("cost", Json.text(charge.cost()))
                .put("paysWithinLimit", charge.paysWithinLimit());
        node.set("text", Json.name(charge.text()));
        node.set("tier", PolicyShape.json(charge.tier()));
        return node;
    }

    /** The share of capacity at the benchmark. */
    static ObjectNode share(BenchmarkShare share) {
        ObjectNode node = Json.object()
                .put("industry", share.group().industry())
                .put("unit", share.group().unit())
                .put("capacityJudged", share.judged().toPlainString())
                .put("capacityAtBenchmark", share.atBenchmark().toPlainString())
                .put("capacityBelowBaseline", share.belowBaseline().toPlainString())
                .put("capacityUnjudged", share.unjudged().toPlainString())
                .put("plants", share.plants())
                .put("plantsUnjudged", share.plantsUnjudged())
                .put("capacityUnknown", share.capacityUnknown())
                .put("share", Json.text(share.share()))
                .put("shareBelowBaseline", Json.text(share.shareBelowBaseline()));
        node.set(
                "target",
                share.target()
                        .map(target -> Json.object()
                                .put("above", target.above().toPlainString())
                                .put("by", target.by().toString())
                                .put("document", target.document()))
                        .orElse(null));
        node.put("met", share.met().orElse(null));
        node.set("text", Json.name(share.text()));
        return node;
    }
}
