package io.kilowatch.deploy.bench.gateway;

import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import java.time.Duration;
import java.util.List;

/**
 * How much the gateway's benchmark sends.
 *
 * @param measures what is measured
 * @param plants plants of one device each that send on and on
 * @param rounds how often gateway and pass-through are measured in turn
 * @param round how long each round is counted
 * @param edgeDevices devices that send at the edge of a quarter hour
 * @param idleDevices devices that only stay connected
 * @param stormDevices how many of those connect again at once
 */
record GatewaySizes(
        List<String> measures,
        int plants,
        int rounds,
        Duration round,
        int edgeDevices,
        int idleDevices,
        int stormDevices) {
    static final String IDLING = "idle";
    static final String SINGLE = "single";
    static final String BATCH = "batch50";
    static final String EDGES = "edge";
    static final String NEIGHBOURS = "neighbours";

    private static final List<String> ALL = List.of(IDLING, SINGLE, BATCH, EDGES, NEIGHBOURS);
    private static final Option<List<String>> MEASURES =
            Option.list("measures", "NAME[,...]", String.join(",", ALL), "what is measured", GatewaySizes::measure);
    private static final Option<Integer> PLANTS =
            Option.integer("plants", "N", 100, 2, 10_000, "plants of one device that send as much as they can");
    private static final Option<Integer> ROUNDS =
            Option.integer("rounds", "N", 5, 1, 100, "rounds of each, gateway and pass-through in turn");
    private static final Option<Duration> ROUND =
            Option.duration("round", "PT5S", "how long a round is counted, after half as long to warm up");
    private static final Option<Integer> EDGE =
            Option.integer("edge-devices", "N", 3_000, 1, 20_000, "devices that send 50 readings within one second");
    private static final Option<Integer> IDLE =
            Option.integer("idle-devices", "N", 10_000, 1, 50_000, "devices that only stay connected");
    private static final Option<Integer> STORM =
            Option.integer("storm-devices", "N", 5_000, 1, 50_000, "how many of those connect again at once");

    static final List<Option<?>> OPTIONS = List.of(MEASURES, PLANTS, ROUNDS, ROUND, EDGE, IDLE, STORM);

    /** Copies its list. */
    GatewaySizes {
        measures = List.copyOf(measures);
    }

    private static String measure(String word) {
        if (!ALL.contains(word)) {
            throw new IllegalArgumentException("give some of " + String.join(",", ALL));
        }
        return word;
    }

    /** Whether something is measured. */
    boolean has(String measure) {
        return measures.contains(measure);
    }

    /** From the settings. */
    static GatewaySizes from(Settings settings) {
        int idle = settings.value(IDLE);
        int storm = settings.value(STORM);
        if (storm > idle) {
            settings.fault(STORM.flag() + " is " + storm + ": give at most --idle-devices, " + idle);
        }
        return new GatewaySizes(
                settings.value(MEASURES),
                settings.value(PLANTS),
                settings.value(ROUNDS),
                settings.value(ROUND),
                settings.value(EDGE),
                idle,
                storm);
    }
}
