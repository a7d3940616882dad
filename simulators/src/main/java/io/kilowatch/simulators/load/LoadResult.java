package io.kilowatch.simulators.load;

/**
 * What came of one flow.
 *
 * @param name what was done: {@code closed}, {@code open}, {@code each}, {@code edge}, {@code connect}, {@code storm}
 * @param offered messages a second that were due; 0 where that was left to the gateway
 * @param devices devices that had part in it
 * @param readings readings of a message; 0 where connections were counted
 * @param seconds how long it was counted, or took
 * @param acknowledged messages acknowledged, or devices let in, in that time
 * @param unsent messages that were due and never sent
 * @param unacknowledged messages sent and never acknowledged
 * @param refused messages of which a receipt said that something was refused
 * @param lost connections that were lost, or attempts to connect that failed
 * @param latency from when a message was due to its acknowledgement, or from the attempt to connect until let in
 */
public record LoadResult(
        String name,
        double offered,
        int devices,
        int readings,
        double seconds,
        long acknowledged,
        long unsent,
        long unacknowledged,
        long refused,
        int lost,
        Latency latency) {
    /** Messages acknowledged, or devices let in, a second. */
    public double perSecond() {
        return seconds > 0 ? acknowledged / seconds : 0;
    }

    /** Readings acknowledged a second. */
    public double readingsPerSecond() {
        return perSecond() * readings;
    }

    /** Whether everything was sent, acknowledged and accepted, on connections that held. */
    public boolean isClean() {
        return unsent == 0 && unacknowledged == 0 && refused == 0 && lost == 0;
    }
}
