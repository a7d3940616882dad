package io.kilowatch.registry.reference;

import io.kilowatch.domain.Basis;
import io.kilowatch.domain.BenchmarkTarget;
import io.kilowatch.domain.Carrier;
import io.kilowatch.domain.CarrierFactor;
import io.kilowatch.domain.DualControlRule;
import io.kilowatch.domain.InputDefinition;
import io.kilowatch.domain.OutputConversion;
import io.kilowatch.domain.PriceTier;
import io.kilowatch.domain.Quota;
import io.kilowatch.domain.QuotaEntry;
import io.kilowatch.domain.QuotaRule;
import io.kilowatch.domain.WarningGrade;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Carriers, their coal-equivalent factors, the quotas with their rules, and what else comes from standards and documents,
 * each row with its source.
 *
 * <p>An edition is in force from its own date until the next edition's.
 */
public final class ReferenceData {
    private final ReferenceRows rows;
    private final Map<String, Carrier> carriers;
    private final Map<String, InputDefinition> inputs;
    private final Editions<CarrierFactor> factors;
    private final Editions<QuotaEntry> limits;
    private final Editions<QuotaEntry> benchmarks;
    private final Editions<OutputConversion> conversions;
    private final Editions<Constant> constants;
    private final Map<String, Expression> expressions;

    private static final class Standard {
        static final ReferenceData DATA = ReferenceFiles.standard();
        static final String DIGEST = ReferenceFiles.digest();
    }

    ReferenceData(ReferenceRows rows) {
        this.rows = rows;
        this.carriers = byId(rows.carriers(), Carrier::id);
        this.inputs = byId(rows.inputs(), InputDefinition::id);
        this.factors = new Editions<>(rows.factors(), CarrierFactor::carrier, CarrierFactor::effectiveFrom);
        this.limits = quotas(rows.entries(), QuotaEntry.Kind.LIMIT);
        this.benchmarks = quotas(rows.entries(), QuotaEntry.Kind.BENCHMARK);
        this.conversions = new Editions<>(rows.conversions(), OutputConversion::id, OutputConversion::effectiveFrom);
        this.constants = new Editions<>(rows.constants(), Constant::id, Constant::effectiveFrom);
        this.expressions = Stream.concat(
                        rows.entries().stream()
                                .flatMap(entry -> entry.rules().stream())
                                .map(QuotaRule::expression),
                        rows.conversions().stream().map(OutputConversion::expression))
                .distinct()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), Expression::parse));
    }

    /** The expression of a rule or a conversion of this data; each is parsed once, when the data is read. */
    public Expression expression(String text) {
        Expression known = expressions.get(text);
        return known == null ? Expression.parse(text) : known;
    }

    private static <T> Map<String, T> byId(List<T> things, Function<T, String> id) {
        return Collections.unmodifiableMap(
                new TreeMap<>(things.stream().collect(Collectors.toMap(id, Function.identity()))));
    }

    private static Editions<QuotaEntry> quotas(List<QuotaEntry> entries, QuotaEntry.Kind kind) {
        return new Editions<>(
                entries.stream().filter(entry -> entry.kind() == kind).toList(),
                entry -> entry.quota().id(),
                entry -> entry.quota().effectiveFrom());
    }

    /** The data that comes with the program; loaded once, and invalid data stops the program. */
    public static ReferenceData standard() {
        return Standard.DATA;
    }

    /** A digest of the data that comes with the program: another one wherever a row has changed. */
    public static String standardDigest() {
        return Standard.DIGEST;
    }

    /** Every carrier, by its id. */
    public Collection<Carrier> carriers() {
        return carriers.values();
    }

    /** A carrier by its id. */
    public Optional<Carrier> carrier(String id) {
        return Optional.ofNullable(carriers.get(id));
    }

    /** Every carrier's id, in order. */
    public String carrierIds() {
        return String.join(", ", carriers.keySet());
    }

    /** Every factor of a carrier, of both bases and all scopes, oldest first. */
    public List<CarrierFactor> factors(String carrier) {
        return factors.of(carrier);
    }

    /** The factor of a carrier by calorific equivalent, for no standard in particular, in force on a day. */
    public Optional<CarrierFactor> factor(String carrier, LocalDate day) {
        return factor(carrier, Basis.CALORIFIC, Optional.empty(), day);
    }

    /**
     * The factor of a carrier in force on a day.
     *
     * <p>A standard's own factor goes before the general one. Without a factor on the primary basis, a carrier counts by
     * its calorific one if {@code carriers.csv} says that it is alike on both; electricity and heat are not.
     *
     * @param scope the standard whose indicator is computed
     */
    public Optional<CarrierFactor> factor(String carrier, Basis basis, Optional<String> scope, LocalDate day) {
        Optional<CarrierFactor> own = scope.isPresent() ? inForce(carrier, basis, scope, day) : Optional.empty();
        return own.or(() -> inForce(carrier, basis, Optional.empty(), day))
                .or(() -> basis == Basis.PRIMARY && rows.alikeOnBothBases().contains(carrier)
                        ? factor(carrier, Basis.CALORIFIC, scope, day)
                        : Optional.empty());
    }

    private Optional<CarrierFactor> inForce(String carrier, Basis basis, Optional<String> scope, LocalDate day) {
        return factors.of(carrier).stream()
                .filter(factor -> factor.basis() == basis && factor.scope().equals(scope))
                .filter(factor -> !factor.effectiveFrom().isAfter(day))
                .reduce((older, newer) -> newer);
    }

    /** Every row of the quota table, as it stands there. */
    public List<QuotaEntry> entries() {
        return rows.entries();
    }

    /** The row of a quota's limits in force on a day. */
    public Optional<QuotaEntry> entry(String quota, LocalDate day) {
        return limits.inForce(quota, day);
    }

    /** The row of a quota's benchmark and baseline in force on a day. */
    public Optional<QuotaEntry> benchmark(String quota, LocalDate day) {
        return benchmarks.inForce(quota, day);
    }

    /** The id of every quota that has limits, in order. */
    public String quotaIds() {
        return String.join(", ", limits.ids());
    }

    /** All editions of a quota's limits, oldest first. */
    public List<Quota> quotas(String id) {
        return limits.of(id).stream().map(QuotaEntry::quota).toList();
    }

    /** The edition of a quota's limits in force on a day. */
    public Optional<Quota> quota(String id, LocalDate day) {
        return entry(id, day).map(QuotaEntry::quota);
    }

    /** Every input that corrections and conversions may ask for, by its id. */
    public Collection<InputDefinition> inputs() {
        return inputs.values();
    }

    /** An input by its id. */
    public Optional<InputDefinition> input(String id) {
        return Optional.ofNullable(inputs.get(id));
    }

    /** Every conversion of output, all editions. */
    public List<OutputConversion> conversions() {
        return rows.conversions();
    }

    /** The conversion of output in force on a day. */
    public Optional<OutputConversion> conversion(String id, LocalDate day) {
        return conversions.inForce(id, day);
    }

    /** Every constant, all editions. */
    public List<Constant> constants() {
        return rows.constants();
    }

    /** A constant's figure on a day; for a day before its first edition, that of the first. */
    public BigDecimal constant(String id, LocalDate day) {
        return constants
                .inForce(id, day)
                .or(() -> constants.of(id).stream().findFirst())
                .map(Constant::value)
                .orElseThrow(() -> new IllegalArgumentException("no constant \"" + id + "\" in constants.csv"));
    }

    /** Every row of the price policies. */
    public List<PriceTier> priceTiers() {
        return rows.priceTiers();
    }

    /** The grades of a scheme of early warning, as they stand in its file. */
    public List<WarningGrade> grades(String scheme) {
        return rows.grades().stream()
                .filter(grade -> grade.scheme().equals(scheme))
                .toList();
    }

    /** What the documents on dual control take off. */
    public List<DualControlRule> dualControlRules() {
        return rows.dualControlRules();
    }

    /** The targets for the share of capacity at the benchmark level. */
    public List<BenchmarkTarget> benchmarkTargets() {
        return rows.benchmarkTargets();
    }

    /** Every day on which a factor of these carriers, or an edition of this quota's limits, comes into force. */
    public SortedSet<LocalDate> changes(Set<String> carriers, Optional<String> quota) {
        Stream<LocalDate> ofFactors = carriers.stream()
                .flatMap(carrier -> factors.of(carrier).stream())
                .map(CarrierFactor::effectiveFrom);
        Stream<LocalDate> ofQuotas = quota.stream()
                .flatMap(id -> limits.of(id).stream())
                .map(entry -> entry.quota().effectiveFrom());
        return Stream.concat(ofFactors, ofQuotas).collect(Collectors.toCollection(TreeSet::new));
    }
}
