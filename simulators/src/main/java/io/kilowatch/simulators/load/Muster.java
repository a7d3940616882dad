package io.kilowatch.simulators.load;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Devices of one crew that are to be let in: for the first time, some each second, or all again at once. */
final class Muster {
    private static final int TICK_MS = 10;

    private final Crew crew;
    private final List<Device> expected;
    private final Histogram waits = Latency.histogram();
    private final CompletableFuture<Tally> done = new CompletableFuture<>();
    private long begun;
    private long last;
    private int begunDevices;
    private int missing;
    private int failures;

    /**
     * What came of it.
     *
     * @param waits how long each device waited to be let in, in microseconds
     * @param failures attempts that failed
     * @param nanos from the beginning until the last one was in
     */
    record Tally(Histogram waits, int failures, long nanos) {}

    Muster(Crew crew, List<Device> expected) {
        this.crew = crew;
        this.expected = List.copyOf(expected);
        this.missing = expected.size();
    }

    CompletableFuture<Tally> done() {
        return done;
    }

    /** Lets in devices that were never there, so many a second and with so many at most under way. */
    void gradually(double perSecond, int mostPending) {
        begin();
        var tick = crew.loop()
                .scheduleAtFixedRate(() -> beginSome(perSecond, mostPending), 0, TICK_MS, TimeUnit.MILLISECONDS);
        done.whenComplete((tally, fault) -> tick.cancel(false));
    }

    private void beginSome(double perSecond, int mostPending) {
        long now = System.nanoTime();
        int most = (int) Math.min(expected.size(), 1 + (now - begun) / 1e9 * perSecond);
        while (begunDevices < most && begunDevices - (expected.size() - missing) < mostPending) {
            Device device = expected.get(begunDevices++);
            device.wanted(OptionalLong.of(now));
            crew.open(device);
        }
    }

    /** Drops the devices' connections, all at once; each comes again as soon as it is gone. */
    void storm() {
        begin();
        begunDevices = expected.size();
        expected.forEach(device -> device.wanted(OptionalLong.of(begun)));
        expected.forEach(Device::drop);
    }

    private void begin() {
        begun = System.nanoTime();
        last = begun;
        crew.gather(this);
        finish();
    }

    void admitted(Device device, long now) {
        device.wantedSince().ifPresent(since -> {
            device.wanted(OptionalLong.empty());
            missing--;
            last = now;
            Latency.record(waits, now - since);
            finish();
        });
    }

    void failed() {
        failures++;
    }

    void hopeless(String why) {
        done.completeExceptionally(new IllegalStateException(why));
    }

    private void finish() {
        if (missing == 0) {
            done.complete(new Tally(waits, failures, last - begun));
        }
    }
}
