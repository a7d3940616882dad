package io.kilowatch.simulators.load;

import java.time.Duration;

/**
 * What the devices of a load are to do.
 *
 * <p>In a closed loop each device keeps its window full: the load is what the gateway takes, and a slow answer makes the
 * next question late. In an open loop messages are due at a given rate, whatever comes back, and the time of each runs from
 * when it was due; so a gateway that stops for a second is charged with all that was due in that second (coordinated
 * omission is avoided).
 *
 * @param name what it is called in results
 * @param rate messages a second of all devices together; 0 is a closed loop
 * @param each how many messages each device sends at most
 * @param warmUp how long it goes on before anything is counted
 * @param duration how long is counted
 */
public record Flow(String name, double rate, int each, Duration warmUp, Duration duration) {
    private static final Duration VERY_LONG = Duration.ofMinutes(30);

    /** As fast as acknowledged. */
    public static Flow closed(Duration warmUp, Duration duration) {
        return new Flow("closed", 0, Integer.MAX_VALUE, warmUp, duration);
    }

    /** At a rate of so many messages a second. */
    public static Flow open(double rate, Duration warmUp, Duration duration) {
        if (rate <= 0) {
            throw new IllegalArgumentException("a rate is positive");
        }
        return new Flow("open", rate, Integer.MAX_VALUE, warmUp, duration);
    }

    /** So many messages of each device, as fast as acknowledged. */
    public static Flow each(int messages) {
        return new Flow("each", 0, messages, Duration.ZERO, VERY_LONG);
    }

    /** A quarter-hour edge: one message of every device, spread evenly over a short time. */
    public static Flow edge(int devices, Duration within) {
        return new Flow("edge", devices / (within.toNanos() / 1e9), 1, Duration.ZERO, within);
    }

    /** Whether messages are due by the clock. */
    public boolean isOpen() {
        return rate > 0;
    }

    /** Whether it ends when all is sent, rather than at a time. */
    boolean isCounted() {
        return each != Integer.MAX_VALUE;
    }
}
