package io.kilowatch.simulators.load;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** One flow, as far as the devices of one crew have part in it. */
final class Shift {
    /** Sending each message by itself would cost the machine more than the gateway does; what waits is charged with it. */
    private static final long TICK_MICROS = 5_000;

    private static final long LONGEST_DRAIN_SECONDS = 30;

    private final Crew crew;
    private final List<Device> devices;
    private final Flow flow;
    private final long begin;
    private final long from;
    private final long until;
    /** Nanoseconds between the messages of this crew; 0 in a closed loop. */
    private final double gap;

    private final Histogram latency = Latency.histogram();
    private final CompletableFuture<Tally> done = new CompletableFuture<>();
    private long nextEvent;
    private long sent;
    private long inFlight;
    private long acknowledged;
    private long last;
    private long unsent;
    private long unacknowledged;
    private boolean stopped;

    /**
     * What came of it.
     *
     * @param latency of the messages counted, in microseconds
     * @param acknowledged messages acknowledged while it counted
     * @param unsent messages that were due and not sent when it ended
     * @param unacknowledged messages that were sent and never acknowledged
     * @param nanos the time that it counted, or until the last acknowledgement where each device sends a number
     */
    record Tally(Histogram latency, long acknowledged, long unsent, long unacknowledged, long nanos) {}

    /**
     * A shift that begins at a moment of {@link System#nanoTime()}.
     *
     * @param share of the flow's rate that this crew's devices have
     */
    Shift(Crew crew, List<Device> devices, Flow flow, long begin, double share) {
        this.crew = crew;
        this.devices = devices;
        this.flow = flow;
        this.begin = begin;
        this.from = begin + flow.warmUp().toNanos();
        this.until = from + flow.duration().toNanos();
        this.gap = flow.isOpen() ? 1e9 / (flow.rate() * share) : 0;
        this.last = from;
    }

    CompletableFuture<Tally> done() {
        return done;
    }

    /** Starts it at its moment. */
    void schedule() {
        crew.loop().schedule(this::start, begin - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private void start() {
        if (devices.isEmpty()) {
            complete();
            return;
        }
        crew.work(this);
        long now = System.nanoTime();
        devices.forEach(device -> device.begin(flow.isOpen() ? 0 : flow.each()));
        long grace = flow.isCounted() ? TimeUnit.SECONDS.toNanos(LONGEST_DRAIN_SECONDS) : 0;
        var stop = crew.loop().schedule(this::stop, until - now + grace, TimeUnit.NANOSECONDS);
        done.whenComplete((tally, fault) -> stop.cancel(false));
        if (flow.isOpen()) {
            var tick = crew.loop().scheduleAtFixedRate(this::tick, TICK_MICROS, TICK_MICROS, TimeUnit.MICROSECONDS);
            done.whenComplete((tally, fault) -> tick.cancel(false));
        } else {
            devices.forEach(device -> device.fill(now));
        }
        finish();
    }

    /** Makes due what is due by now; the devices take turns. */
    private void tick() {
        if (stopped) {
            return;
        }
        long now = System.nanoTime();
        long first = nextEvent;
        while (eventAt(nextEvent) <= Math.min(now, until - 1) && nextEvent / devices.size() < flow.each()) {
            devices.get((int) (nextEvent++ % devices.size())).oneMore();
        }
        long touched = Math.min(devices.size(), nextEvent - first);
        for (long event = nextEvent - touched; event < nextEvent; event++) {
            devices.get((int) (event % devices.size())).fill(now);
        }
    }

    private long eventAt(long event) {
        return begin + (long) (event * gap);
    }

    /** A device sends its next message; gives the time for which it was intended. */
    long sent(Device device, long now) {
        sent++;
        inFlight++;
        return gap == 0 ? now : eventAt(device.place() + (long) device.started() * devices.size());
    }

    void acknowledged(long intended, long now) {
        if (intended < begin) {
            return;
        }
        inFlight--;
        last = now;
        acknowledged += flow.isCounted() || now >= from && now < until ? 1 : 0;
        count(intended, now);
        finish();
    }

    private void count(long intended, long now) {
        if (intended >= from && intended < until) {
            Latency.record(latency, now - intended);
        }
    }

    /** A connection was lost with so many messages in flight. */
    void dropped(int messages) {
        inFlight = Math.max(0, inFlight - messages);
        unacknowledged += messages;
        finish();
    }

    /** Nothing more is sent; what should have been is charged with the time until now. */
    private void stop() {
        long now = System.nanoTime();
        if (flow.isOpen()) {
            tick();
        }
        stopped = true;
        for (Device device : devices) {
            int before = device.started();
            int missing = device.stop();
            for (int i = 0; gap > 0 && i < missing; i++) {
                count(eventAt(device.place() + (before + (long) i) * devices.size()), now);
            }
            unsent += flow.isOpen() || flow.isCounted() ? missing : 0;
        }
        crew.loop().schedule(this::giveUp, LONGEST_DRAIN_SECONDS, TimeUnit.SECONDS);
        finish();
    }

    private void giveUp() {
        if (!done.isDone()) {
            long now = System.nanoTime();
            devices.forEach(device -> device.tellInFlight(intended -> count(intended, now)));
            unacknowledged += inFlight;
            complete();
        }
    }

    private void finish() {
        boolean all = flow.isCounted() && sent == (long) flow.each() * devices.size();
        if (inFlight == 0 && (stopped || all) && !done.isDone()) {
            complete();
        }
    }

    private void complete() {
        long nanos = flow.isCounted() ? last - from : until - from;
        done.complete(new Tally(latency, acknowledged, unsent, unacknowledged, nanos));
    }
}
