package io.kilowatch.aggregator.http;

import io.kilowatch.domain.Basis;
import io.kilowatch.domain.CarrierFactor;
import io.kilowatch.domain.QuotaEntry;
import io.kilowatch.domain.WarningGrade;
import io.kilowatch.platform.http.Query;
import io.kilowatch.platform.http.Refusal;
import io.kilowatch.platform.http.Reply;
import io.kilowatch.registry.reference.ReferenceData;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The reference data that figures are computed with and judged by, each row with its source. */
final class ReferenceApi {
    private final ReferenceData data;

    ReferenceApi(ReferenceData data) {
        this.data = data;
    }

    /** {@code GET /api/v1/quotas}. */
    Reply quotas(Query query) throws Exception {
        Optional<String> text = query.text("q").map(wanted -> wanted.toLowerCase(Locale.ROOT));
        Optional<String> industry = query.text("industry");
        Optional<String> standard = query.text("standard");
        Optional<LocalDate> day = query.date("day");
        Optional<QuotaEntry.Kind> kind = query.parsed(
                "kind",
                word -> QuotaEntry.Kind.valueOf(word.toUpperCase(Locale.ROOT)),
                "limit 或 benchmark",
                "limit or benchmark");
        List<QuotaEntry> found = data.entries().stream()
                .filter(entry -> text.map(wanted -> speaksOf(entry, wanted)).orElse(true))
                .filter(entry -> industry.map(entry.industry()::equals).orElse(true))
                .filter(entry ->
                        standard.map(entry.quota().standard()::startsWith).orElse(true))
                .filter(entry -> kind.map(wanted -> entry.kind() == wanted).orElse(true))
                .filter(entry -> day.map(at -> isInForce(entry, at)).orElse(true))
                .toList();
        return QuotaShape.QUOTAS.reply(query, found);
    }

    private static boolean speaksOf(QuotaEntry entry, String wanted) {
        return Stream.of(
                        entry.quota().id(),
                        entry.quota().standard(),
                        entry.quota().title().zh(),
                        entry.quota().title().en(),
                        entry.quota().metric().zh(),
                        entry.quota().metric().en(),
                        entry.product(),
                        entry.condition(),
                        entry.industry())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private boolean isInForce(QuotaEntry entry, LocalDate day) {
        Optional<QuotaEntry> inForce = switch (entry.kind()) {
            case LIMIT -> data.entry(entry.quota().id(), day);
            case BENCHMARK -> data.benchmark(entry.quota().id(), day);
        };
        return inForce.filter(entry::equals).isPresent();
    }

    /** {@code GET /api/v1/quotas/{id}}: every edition, and the benchmark's. */
    Reply quota(Query query) throws Exception {
        String id = query.inPath("id");
        List<QuotaEntry> editions = data.entries().stream()
                .filter(entry -> entry.quota().id().equals(id))
                .toList();
        if (editions.isEmpty()) {
            throw Refusal.notFound(
                    "没有限额 \"" + id + "\"；可在 /api/v1/quotas 查找", "no quota \"" + id + "\"; look in /api/v1/quotas");
        }
        return QuotaShape.QUOTAS.reply(query, editions);
    }

    /** {@code GET /api/v1/factors}. */
    Reply factors(Query query) throws Exception {
        Optional<String> carrier = query.text("carrier");
        Optional<LocalDate> day = query.date("day");
        Optional<Basis> basis = query.parsed(
                "basis",
                word -> Basis.parse(word).orElseThrow(IllegalArgumentException::new),
                "calorific 或 primary",
                "calorific or primary");
        List<CarrierFactor> found = data.carriers().stream()
                .filter(one -> carrier.map(one.id()::equals).orElse(true))
                .flatMap(one -> data.factors(one.id()).stream())
                .filter(factor -> basis.map(wanted -> factor.basis() == wanted).orElse(true))
                .filter(factor -> day.map(at -> data.factor(factor.carrier(), factor.basis(), factor.scope(), at)
                                .filter(factor::equals)
                                .isPresent())
                        .orElse(true))
                .toList();
        return CarrierShape.FACTORS.reply(query, found);
    }

    /** {@code GET /api/v1/carriers}. */
    Reply carriers(Query query) throws Exception {
        return CarrierShape.CARRIERS.reply(query, List.copyOf(data.carriers()));
    }

    /** {@code GET /api/v1/inputs}. */
    Reply inputs(Query query) throws Exception {
        return CarrierShape.INPUTS.reply(query, List.copyOf(data.inputs()));
    }

    /** {@code GET /api/v1/conversions}. */
    Reply conversions(Query query) throws Exception {
        return CarrierShape.CONVERSIONS.reply(query, data.conversions());
    }

    /** {@code GET /api/v1/constants}. */
    Reply constants(Query query) throws Exception {
        return CarrierShape.CONSTANTS.reply(query, data.constants());
    }

    /** {@code GET /api/v1/price-tiers}. */
    Reply priceTiers(Query query) throws Exception {
        return PolicyShape.PRICE_TIERS.reply(query, data.priceTiers());
    }

    /** {@code GET /api/v1/warning-grades}. */
    Reply grades(Query query) throws Exception {
        return PolicyShape.GRADES.reply(query, grades(data));
    }

    /** Every grade of every scheme. */
    static List<WarningGrade> grades(ReferenceData data) {
        return Stream.of("budget", "barometer")
                .flatMap(scheme -> data.grades(scheme).stream())
                .toList();
    }

    /** {@code GET /api/v1/dual-control-rules}. */
    Reply dualControl(Query query) throws Exception {
        return PolicyShape.DUAL_CONTROL.reply(query, data.dualControlRules());
    }

    /** {@code GET /api/v1/benchmark-targets}. */
    Reply targets(Query query) throws Exception {
        return PolicyShape.TARGETS.reply(query, data.benchmarkTargets());
    }
}
