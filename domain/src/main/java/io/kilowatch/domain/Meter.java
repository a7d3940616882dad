package io.kilowatch.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
 * @param maximumPower the most that can flow, in base units per hour; a step beyond it is doubted
 * @param replacements exchanges of a register, oldest first
 * @param interval how often it is read
 * @param from the first day it is in force; completeness counts from there
 * @param to the last day it is in force; nothing is due after it
 * @param dataCode its code in the national system, under which its amounts may come as well
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
        List<Replacement> replacements,
        ReportingInterval interval,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<DataCode> dataCode) {
    /** Copies its multipliers and replacements, oldest first. */
    public Meter {
        multipliers = multipliers.stream()
                .sorted(Comparator.comparing(Multiplier::from))
                .toList();
        replacements = replacements.stream()
                .sorted(Comparator.comparing(Replacement::at))
                .toList();
    }

    /** A meter without a code in the national system. */
    public Meter(
            String id,
            String device,
            Name name,
            Measured measures,
            ReadingKind kind,
            Unit unit,
            List<Multiplier> multipliers,
            Optional<Integer> digits,
            Optional<BigDecimal> maximumPower,
            List<Replacement> replacements,
            ReportingInterval interval,
            Optional<LocalDate> from,
            Optional<LocalDate> to) {
        this(
                id,
                device,
                name,
                measures,
                kind,
                unit,
                multipliers,
                digits,
                maximumPower,
                replacements,
                interval,
                from,
                to,
                Optional.empty());
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

    /** The multiplier in force at a moment of the business calendar. */
    public BigDecimal multiplier(LocalDateTime moment) {
        BigDecimal inForce = BigDecimal.ONE;
        for (Multiplier multiplier : multipliers) {
            if (!multiplier.from().isAfter(moment)) {
                inForce = multiplier.value();
            }
        }
        return inForce;
    }
}
