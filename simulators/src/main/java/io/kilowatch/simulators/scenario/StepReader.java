package io.kilowatch.simulators.scenario;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what happens in a scenario. */
final class StepReader {
    private static final int QUARTERS_PER_DAY = 96;
    private static final int MINUTES_PER_QUARTER = 15;

    private final Set<String> ids;
    private final long end;
    private final List<Step> steps = new ArrayList<>();

    /**
     * A reader.
     *
     * @param ids who takes part
     * @param end the quarter hours of the scenario
     */
    StepReader(Set<String> ids, long end) {
        this.ids = ids;
        this.end = end;
    }

    List<Step> steps() {
        return steps;
    }

    void read(Leaf leaf) {
        Optional<StepKind> kind = leaf.needed("step", "one of " + StepKind.words())
                .flatMap(word -> {
                    Optional<StepKind> known = StepKind.of(word);
                    if (known.isEmpty()) {
                        leaf.fault("step", "\"" + word + "\" is not known; give one of " + StepKind.words());
                    }
                    return known;
                });
        if (kind.isEmpty()) {
            return;
        }
        String enterprise =
                leaf.needed("enterprise", "the id of an entry of enterprises").orElse("");
        if (!enterprise.isEmpty() && !ids.contains(enterprise)) {
            leaf.fault("enterprise", "\"" + enterprise + "\" takes no part; known are " + known());
        }
        StepKind.Target target = kind.get().target();
        Optional<String> device = target == StepKind.Target.DEVICE
                ? Optional.of(leaf.text("device").orElse("gw-1"))
                : Optional.empty();
        Optional<String> meter =
                target.isMeter() ? leaf.needed("meter", "the id of one of its meters") : Optional.empty();
        long from = from(leaf);
        long slots = slots(leaf, kind.get());
        Map<Parameter, String> values = new EnumMap<>(Parameter.class);
        for (Parameter parameter : kind.get().parameters()) {
            Optional<String> given = leaf.read(parameter.word(), parameter::kept, parameter.allowed());
            if (given.isEmpty()
                    && !leaf.has(parameter.word())
                    && parameter.preset().isEmpty()) {
                leaf.fault(parameter.word(), "is missing; give " + parameter.allowed());
            }
            given.or(parameter::preset).ifPresent(text -> values.put(parameter, text));
        }
        leaf.close();
        steps.add(new Step(kind.get(), enterprise, device, meter, from, slots, values));
    }

    private String known() {
        List<String> some = ids.stream().sorted().limit(12).toList();
        return String.join(", ", some) + (ids.size() > some.size() ? ", …" : "");
    }

    private long from(Leaf leaf) {
        int day = leaf.whole("day", 1, 1, 3_700);
        if (!leaf.has("day")) {
            leaf.fault("day", "is missing; give the day of the scenario, the first being 1");
        }
        long quarter = leaf.read("time", StepReader::quarter, "a quarter hour of the day, such as \"08:15\"")
                .orElse(0L);
        long from = (day - 1L) * QUARTERS_PER_DAY + quarter;
        if (from >= end) {
            leaf.fault("day", day + " is after the scenario's end; give at most " + end / QUARTERS_PER_DAY);
        }
        return from;
    }

    private static Optional<Long> quarter(String text) {
        try {
            int minutes = LocalTime.parse(text).toSecondOfDay() / 60;
            return minutes % MINUTES_PER_QUARTER == 0
                    ? Optional.of((long) minutes / MINUTES_PER_QUARTER)
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static long slots(Leaf leaf, StepKind kind) {
        if (!kind.lasts()) {
            return 0;
        }
        Optional<Long> slots = leaf.quarters("for");
        if (slots.isEmpty() && !leaf.has("for")) {
            leaf.fault("for", "is missing; give how long it lasts, such as PT3H or P2D");
        }
        return slots.orElse(1L);
    }
}
