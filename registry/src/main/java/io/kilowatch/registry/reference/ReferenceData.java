package io.kilowatch.registry.reference;

import io.kilowatch.domain.Carrier;
import io.kilowatch.domain.CarrierFactor;
import io.kilowatch.domain.Quota;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Carriers, their coal-equivalent factors and the quotas: figures that come from standards, each row with its source.
 *
 * <p>An edition is in force from its own date until the next edition's.
 */
public final class ReferenceData {
    private final Map<String, Carrier> carriers;
    private final Map<String, List<CarrierFactor>> factors;
    private final Map<String, List<Quota>> quotas;

    private static final class Standard {
        static final ReferenceData DATA = ReferenceFiles.standard();
        static final String DIGEST = ReferenceFiles.digest();
    }

    ReferenceData(List<Carrier> carriers, List<CarrierFactor> factors, List<Quota> quotas) {
        this.carriers = new TreeMap<>(carriers.stream().collect(Collectors.toMap(Carrier::id, Function.identity())));
        this.factors = dated(factors, CarrierFactor::carrier, CarrierFactor::effectiveFrom);
        this.quotas = dated(quotas, Quota::id, Quota::effectiveFrom);
    }

    private static <T> Map<String, List<T>> dated(
            List<T> rows, Function<T, String> id, Function<T, LocalDate> effectiveFrom) {
        return new TreeMap<>(
                rows.stream().sorted(Comparator.comparing(effectiveFrom)).collect(Collectors.groupingBy(id)));
    }

    /** The data that comes with the program; loaded once, and invalid data stops the program. */
    public static ReferenceData standard() {
        return Standard.DATA;
    }

    /** A digest of the data that comes with the program: another one wherever a row has changed. */
    public static String standardDigest() {
        return Standard.DIGEST;
    }

    /** A carrier by its id. */
    public Optional<Carrier> carrier(String id) {
        return Optional.ofNullable(carriers.get(id));
    }

    /** Every carrier's id, in order. */
    public String carrierIds() {
        return String.join(", ", carriers.keySet());
    }

    /** Every quota's id, in order. */
    public String quotaIds() {
        return String.join(", ", quotas.keySet());
    }

    /** All editions of a quota, oldest first. */
    public List<Quota> quotas(String id) {
        return quotas.getOrDefault(id, List.of());
    }

    /** The edition of a quota in force on a day. */
    public Optional<Quota> quota(String id, LocalDate day) {
        return inForce(quotas(id), Quota::effectiveFrom, day);
    }

    /** The factor of a carrier in force on a day. */
    public Optional<CarrierFactor> factor(String carrier, LocalDate day) {
        return inForce(factors.getOrDefault(carrier, List.of()), CarrierFactor::effectiveFrom, day);
    }

    private static <T> Optional<T> inForce(List<T> oldestFirst, Function<T, LocalDate> effectiveFrom, LocalDate day) {
        return oldestFirst.stream()
                .filter(row -> !effectiveFrom.apply(row).isAfter(day))
                .reduce((older, newer) -> newer);
    }
}
