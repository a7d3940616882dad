package io.kilowatch.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A meter (计量器具) of an enterprise, as registered.
 *
 * @param id its id within the enterprise
 * @param device the device that reads it
 * @param name its names
 * @param measures the carrier or product it counts
 * @param kind what its readings are
 * @param unit what it counts in
 * @param multipliers dated multipliers, oldest first; before the first, and where there is none, 1
 * @param digits whole digits of a register before it rolls over
 * @param maximumPower the most that can flow, in base units per hour
 * @param interval how often it is read
 * @param from the first day it is in force; completeness counts from there
 */
public record Meter(
        String id,
        String device,
        Name name,
        Measured measures,
        ReadingKind kind,
        Unit unit,
        List<Multiplier> multipliers,
        Optional<Integer> digits,
        Optional<BigDecimal> maximumPower,
        ReportingInterval interval,
        Optional<LocalDate> from) {
    /** Copies its multipliers, oldest first. */
    public Meter {
        multipliers = multipliers.stream()
                .sorted(Comparator.comparing(Multiplier::from))
                .toList();
    }

    /** What is counted: energy of a carrier, or a product. */
    public sealed interface Measured {
        /** The word in documents. */
        String id();

        /** Energy of a carrier. */
        record Energy(String id) implements Measured {}

        /** Output of a product. */
        record Product(String id) implements Measured {}
    }

    /** The multiplier in force on a day. */
    public BigDecimal multiplier(LocalDate day) {
        BigDecimal inForce = BigDecimal.ONE;
        for (Multiplier multiplier : multipliers) {
            if (!multiplier.from().isAfter(day)) {
                inForce = multiplier.value();
            }
        }
        return inForce;
    }
}
