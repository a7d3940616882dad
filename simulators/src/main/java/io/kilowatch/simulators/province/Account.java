package io.kilowatch.simulators.province;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is summed for an indicator.
 *
 * @param indicator {@code comprehensive-energy}, {@code unit-product} or {@code pue}
 * @param quota what it is judged by
 * @param thresholds what else a data centre is judged by
 * @param sums part, such as {@code energy} or {@code output}, to what is summed in it
 * @param inputs what the quota's corrections and the output's conversions ask for, from the first day on
 * @param capacity tonnes of output a year, for the shares of capacity at a benchmark
 */
public record Account(
        String id,
        String indicator,
        Optional<Name> name,
        Optional<String> quota,
        List<String> thresholds,
        Map<String, List<Term>> sums,
        Map<String, String> inputs,
        Optional<String> capacity) {

    /** Copies the lists. */
    public Account {
        thresholds = List.copyOf(thresholds);
        sums = Map.copyOf(sums);
        inputs = Map.copyOf(inputs);
    }

    /** The comprehensive energy of the whole plant. */
    public static Account wholePlant(List<Term> energy) {
        return of("whole-plant", "comprehensive-energy", Optional.empty(), Optional.empty(), Map.of("energy", energy));
    }

    /** Energy per unit of a product, judged by a quota. */
    public static Account unitProduct(String id, String zh, String en, String quota, List<Term> energy, Term output) {
        return of(
                id,
                "unit-product",
                Optional.of(new Name(zh, en)),
                Optional.of(quota),
                Map.of("energy", energy, "output", List.of(output)));
    }

    /** The power usage effectiveness of a data centre. */
    public static Account pue(String quota, List<Term> facility, List<Term> it) {
        return of("pue", "pue", Optional.empty(), Optional.of(quota), Map.of("facility", facility, "it", it));
    }

    private static Account of(
            String id, String indicator, Optional<Name> name, Optional<String> quota, Map<String, List<Term>> sums) {
        return new Account(id, indicator, name, quota, List.of(), sums, Map.of(), Optional.empty());
    }

    /** Plain terms of some meters. */
    public static List<Term> terms(String... meters) {
        return Stream.of(meters).map(Term::of).toList();
    }

    /** The same account, of a plant that can make so many tonnes a year. */
    public Account withCapacity(int tonnes) {
        String text = Integer.toString(tonnes);
        return new Account(id, indicator, name, quota, thresholds, sums, inputs, Optional.of(text));
    }

    /** The same account with an input of its corrections or conversions. */
    public Account withInput(String input, String value) {
        Map<String, String> more = new LinkedHashMap<>(inputs);
        more.put(input, value);
        return new Account(id, indicator, name, quota, thresholds, sums, more, capacity);
    }

    /** The same account, judged by further thresholds too. */
    public Account judgedToo(String... ids) {
        return new Account(id, indicator, name, quota, List.of(ids), sums, inputs, capacity);
    }
}
