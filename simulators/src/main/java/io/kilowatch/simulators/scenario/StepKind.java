package io.kilowatch.simulators.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can happen in a scenario: a fault, a fraud, or an event of the plant. */
public enum StepKind {
    /** The device has no connection, and catches up afterwards. */
    OFFLINE(Target.DEVICE, true, "", Parameter.CATCH_UP, Parameter.WITHIN),
    /** The device's clock goes faster or slower than it should, and is put right at the end. */
    CLOCK_DRIFT(Target.DEVICE, true, "clock-drift", Parameter.SECONDS_PER_DAY),
    /** The device's clock is wrong by a fixed time, and is put right at the end. */
    CLOCK_JUMP(Target.DEVICE, true, "clock-jump", Parameter.BY),
    /** The device reads, and stamps, up to so many seconds off the quarter hour. */
    OFF_QUARTER(Target.DEVICE, true, "", Parameter.SECONDS),
    /** A part of the messages comes twice. */
    DUPLICATE(Target.DEVICE, true, "", Parameter.SHARE, Parameter.WITHIN),
    /** Messages overtake each other. */
    SHUFFLE(Target.DEVICE, true, "", Parameter.WITHIN),
    /** Messages that are no JSON. */
    BAD_JSON(Target.DEVICE, false, "", Parameter.COUNT),
    /** Attempts to sign in with a wrong password. */
    WRONG_PASSWORD(Target.DEVICE, false, "", Parameter.COUNT),
    /** The newest message sent again and again. */
    FLOOD(Target.DEVICE, false, "", Parameter.COUNT),
    /** One reading of a register that lost its last digit. */
    MISREAD(Target.REGISTER, false, ""),
    /** Readings that are zero. */
    ZERO(Target.REGISTER, true, ""),
    /** The same number again and again. */
    STUCK(Target.REGISTER, true, "stuck-register"),
    /** No readings at all: the meter was taken away. */
    SILENT(Target.METER, true, "silent-meter"),
    /** The meter counts a part of what passes. */
    NOT_COUNTING(Target.METER, true, "meter-bypassed", Parameter.SHARE),
    /** Each day's readings are those of an earlier day. */
    COPIED_DAYS(Target.METER, true, "copied-days", Parameter.BACK),
    /** The meter counts more than passes. */
    INFLATED(Target.METER, true, "output-inflated", Parameter.FACTOR),
    /** Amounts already sent are sent again with other numbers. */
    RESTATED(Target.AMOUNT, false, "restated-before-the-end", Parameter.BACK, Parameter.FACTOR),
    /** The register is set back by hand. */
    SET_BACK(Target.REGISTER, false, "register-set-back", Parameter.UNITS),
    /** Another meter in its place; the document says so unless it is told otherwise. */
    REPLACED(Target.REGISTER, false, "", Parameter.INITIAL, Parameter.REGISTERED),
    /** Other current transformers, told by the document. */
    TRANSFORMED(Target.REGISTER, false, "", Parameter.MULTIPLIER),
    /** The whole plant runs at a part of its load, or stands. */
    LOAD(Target.ENTERPRISE, true, "", Parameter.SHARE);

    /** What it happens to. */
    public enum Target {
        /** All of an enterprise. */
        ENTERPRISE,
        /** One of its devices. */
        DEVICE,
        /** One of its meters. */
        METER,
        /** One of its meters that is a register. */
        REGISTER,
        /** One of its meters that sends amounts. */
        AMOUNT;

        boolean isMeter() {
            return this == METER || this == REGISTER || this == AMOUNT;
        }
    }

    private final Target target;
    private final boolean lasts;
    private final String alert;
    private final List<Parameter> parameters;

    StepKind(Target target, boolean lasts, String alert, Parameter... parameters) {
        this.target = target;
        this.lasts = lasts;
        this.alert = alert;
        this.parameters = List.of(parameters);
    }

    /** What a scenario calls it. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** What it happens to. */
    public Target target() {
        return target;
    }

    /** Whether it lasts for a time; else it is of a moment. */
    public boolean lasts() {
        return lasts;
    }

    /** The alert that an inspector should have of it; empty where the line is meant to bear it without one. */
    public String alert() {
        return alert;
    }

    /** What else it takes. */
    public List<Parameter> parameters() {
        return parameters;
    }

    static Optional<StepKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(StepKind::word).collect(Collectors.joining(", "));
    }
}
