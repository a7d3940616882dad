package io.kilowatch.simulators.scenario;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;

/** What a step takes besides its target and its time. */
public enum Parameter {
    /** How an offline device catches up. */
    CATCH_UP("catchUp", "burst", choice("burst", "jitter", "lost"), "burst, jitter or lost"),
    /** The time within which messages are spread. */
    WITHIN("within", "PT2H", Parameter::positive, "a duration such as PT2H"),
    /** Seconds by which a clock gains in a day. */
    SECONDS_PER_DAY("secondsPerDay", null, number("-3600", "3600"), "a number from -3600 to 3600"),
    /** By how much a clock is wrong. */
    BY("by", null, Parameter::signed, "a duration such as PT2H or -PT30M"),
    /** At most how many seconds. */
    SECONDS("seconds", "7", whole(1, 400), "a whole number from 1 to 400"),
    /** A part of a whole. */
    SHARE("share", "0.5", number("0", "1"), "a number from 0 to 1"),
    /** How many times. */
    COUNT("count", "3", whole(1, 10_000), "a whole number from 1 to 10000"),
    /** How far back. */
    BACK("back", "P1D", Parameter::positive, "a duration such as P1D"),
    /** What is multiplied with. */
    FACTOR("factor", null, number("0", "10"), "a number from 0 to 10"),
    /** Whole units of a register. */
    UNITS("units", null, whole(1, Integer.MAX_VALUE), "a whole number, at least 1"),
    /** What a register shows first, in whole units. */
    INITIAL("initial", "0", whole(0, Integer.MAX_VALUE), "a whole number, at least 0"),
    /** Whether the document is told. */
    REGISTERED("registered", "true", choice("true", "false"), "true or false"),
    /** A multiplier. */
    MULTIPLIER("multiplier", null, whole(1, 10_000_000), "a whole number from 1 to 10000000");

    private final String word;
    private final Optional<String> preset;
    private final Function<String, Optional<String>> check;
    private final String allowed;

    /**
     * Declares one.
     *
     * @param preset its text unless given; none where it must be given
     * @param check the text as it is kept; nothing where it is not allowed
     */
    Parameter(
            String word,
            @org.jspecify.annotations.Nullable String preset,
            Function<String, Optional<String>> check,
            String allowed) {
        this.word = word;
        this.preset = Optional.ofNullable(preset);
        this.check = check;
        this.allowed = allowed;
    }

    /** What a scenario calls it. */
    public String word() {
        return word;
    }

    Optional<String> preset() {
        return preset;
    }

    /** The text as it is kept; nothing where it is not allowed. */
    Optional<String> kept(String text) {
        return check.apply(text);
    }

    /** What may be given, for messages. */
    String allowed() {
        return allowed;
    }

    private static Function<String, Optional<String>> choice(String... words) {
        return text -> java.util.List.of(words).contains(text) ? Optional.of(text) : Optional.empty();
    }

    private static Function<String, Optional<String>> whole(int least, int most) {
        return text -> {
            try {
                int value = Integer.parseInt(text);
                return value >= least && value <= most ? Optional.of(text) : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        };
    }

    private static Function<String, Optional<String>> number(String least, String most) {
        return text -> {
            try {
                BigDecimal value = new BigDecimal(text);
                boolean fits = value.scale() <= 6
                        && value.compareTo(new BigDecimal(least)) >= 0
                        && value.compareTo(new BigDecimal(most)) <= 0;
                return fits ? Optional.of(text) : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        };
    }

    private static Optional<String> positive(String text) {
        return signed(text)
                .filter(kept -> !Duration.parse(kept).isNegative())
                .filter(kept -> !Duration.parse(kept).isZero());
    }

    private static Optional<String> signed(String text) {
        try {
            return Optional.of(Duration.parse(text).toString());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
