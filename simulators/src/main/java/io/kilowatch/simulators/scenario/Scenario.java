package io.kilowatch.simulators.scenario;

import io.kilowatch.simulators.province.Name;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A scenario.
 *
 * @param name one word, for files
 * @param title what it is about
 * @param start its first day; else it begins some months before it is run
 * @param monthsBack how many, where it has no start
 * @param days how long it is; without end if not given
 * @param speed how many times faster than real time; as fast as acknowledged if not given
 * @param upload every so many quarter hours a device sends what it has read
 * @param province whether the small province takes part
 * @param parts who else takes part
 * @param steps what happens
 * @param source its text, which tells it apart from another of the same name
 */
public record Scenario(
        String name,
        Name title,
        long seed,
        Optional<LocalDate> start,
        int monthsBack,
        OptionalInt days,
        OptionalLong speed,
        int upload,
        boolean province,
        List<Part> parts,
        List<Step> steps,
        String source) {

    /** Copies the lists. */
    public Scenario {
        parts = List.copyOf(parts);
        steps = List.copyOf(steps);
    }
}
