package io.kilowatch.simulators.scenario;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happens to somebody at some time of a scenario.
 *
 * @param enterprise the id in the scenario of whom it happens to
 * @param device of the enterprise, where it happens to one
 * @param meter of the enterprise, where it happens to one
 * @param from quarter hours after the scenario's first
 * @param slots how many quarter hours it lasts; 0 where it is of a moment
 * @param values what else it takes, by the parameter
 */
public record Step(
        StepKind kind,
        String enterprise,
        Optional<String> device,
        Optional<String> meter,
        long from,
        long slots,
        Map<Parameter, String> values) {

    /** Copies the values. */
    public Step {
        values = Map.copyOf(values);
    }

    /** The first quarter hour after it. */
    public long until() {
        return from + slots;
    }

    /** Whether it lasts through a quarter hour. */
    public boolean isDuring(long slot) {
        return slot >= from && slot < until();
    }

    /** A parameter as it was given. */
    public String text(Parameter parameter) {
        String value = values.get(parameter);
        if (value == null) {
            throw new IllegalArgumentException(kind.word() + " takes no " + parameter.word());
        }
        return value;
    }

    /** A parameter as a number. */
    public BigDecimal number(Parameter parameter) {
        return new BigDecimal(text(parameter));
    }

    /** A parameter as a whole number. */
    public int whole(Parameter parameter) {
        return Integer.parseInt(text(parameter));
    }

    /** A parameter as a duration. */
    public Duration duration(Parameter parameter) {
        return Duration.parse(text(parameter));
    }
}
