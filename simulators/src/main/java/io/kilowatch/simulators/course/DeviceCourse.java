package io.kilowatch.simulators.course;

import io.kilowatch.simulators.device.DeviceReading;
import io.kilowatch.simulators.province.DeviceFeed;
import io.kilowatch.simulators.province.Noise;
import io.kilowatch.simulators.province.Slot;
import io.kilowatch.simulators.scenario.Parameter;
import io.kilowatch.simulators.scenario.Step;
import io.kilowatch.simulators.scenario.StepKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * All that one device does in a scenario, in the order in which it does it. Not safe for use by several threads.
 */
public final class DeviceCourse {
    private static final int FULL_BATCH = 400;

    private final DeviceFeed feed;
    private final List<Step> steps;
    private final Outbox outbox;
    private final long first;
    private final long end;
    private final int upload;
    private final List<DeviceReading> pending = new ArrayList<>();
    private final Map<Step, List<DeviceReading>> remembered = new HashMap<>();
    private final List<Count> passed = new ArrayList<>();
    private Optional<Outgoing> next = Optional.empty();
    private Optional<Outgoing> newest = Optional.empty();
    private long slot;

    /**
     * A course that has not begun.
     *
     * @param first the number of the slot whose start is the first to be read
     * @param end the number of the slot whose start is the last to be read
     * @param upload every so many quarter hours it sends what it has read
     */
    DeviceCourse(Actor actor, String device, Noise noise, long first, long end, int upload) {
        Noise own = noise.stream(actor.id() + '/' + device);
        this.feed = new DeviceFeed(
                actor.enterprise(), device, first, new DeviceTampering(device, actor.steps(), own, first));
        this.steps = actor.steps().stream()
                .filter(step -> step.device().orElse("").equals(device) || isRestated(actor, step, device))
                .toList();
        this.outbox = new Outbox(steps, own, first);
        this.first = first;
        this.end = end;
        this.upload = upload;
        this.slot = first;
        steps.stream()
                .filter(step -> step.kind() == StepKind.RESTATED)
                .forEach(step -> remembered.put(step, new ArrayList<>()));
    }

    private static boolean isRestated(Actor actor, Step step, String device) {
        return step.kind() == StepKind.RESTATED
                && actor.enterprise().meters().stream()
                        .anyMatch(meter -> meter.device().equals(device)
                                && step.meter().orElse("").equals(meter.id()));
    }

    /** When the next thing is done; nothing once all is. */
    public Optional<Instant> due() {
        return peek().map(Outgoing::sendAt);
    }

    /** What is done next. */
    public Outgoing take() {
        Outgoing taken = peek().orElseThrow(NoSuchElementException::new);
        next = Optional.empty();
        return taken;
    }

    /** The feed that it reads from, for what it met on the way. */
    public DeviceFeed feed() {
        return feed;
    }

    /** What had really passed each meter by the start of each month that was reached, and by the end. */
    public List<Count> passed() {
        return List.copyOf(passed);
    }

    /** What had passed each of the meters by the start of a day. */
    public record Count(LocalDate day, List<DeviceFeed.Passed> meters) {}

    private Optional<Outgoing> peek() {
        while (next.isEmpty()) {
            next = outbox.take(slot > end ? Instant.MAX : Slot.startOf(slot).minusNanos(1));
            if (next.isEmpty() && slot > end) {
                break;
            }
            if (next.isEmpty()) {
                step();
            }
        }
        return next;
    }

    private void step() {
        Instant now = Slot.startOf(slot);
        List<DeviceReading> read = feed.take();
        pending.addAll(read);
        remembered.forEach((step, readings) -> readings.addAll(read.stream()
                .filter(reading -> reading.meter().equals(step.meter().orElse("")))
                .toList()));
        note();
        if ((slot - first) % upload == 0 || slot == end) {
            for (int from = 0; from < pending.size(); from += FULL_BATCH) {
                List<DeviceReading> some = pending.subList(from, Math.min(pending.size(), from + FULL_BATCH));
                send(Outgoing.Kind.READINGS, some, now, from / FULL_BATCH);
            }
            pending.clear();
        }
        for (Step step : steps) {
            if (!step.kind().lasts() && step.from() == slot - first) {
                happen(step, now);
            }
        }
        slot++;
    }

    private void note() {
        LocalDate day = Slot.of(slot).date();
        if (slot == end || (day.getDayOfMonth() == 1 && Slot.of(slot).ofDay() == 0)) {
            passed.add(new Count(day, feed.passed()));
        }
    }

    private void send(Outgoing.Kind kind, List<DeviceReading> readings, Instant now, int number) {
        String batch = "q-" + slot + (number == 0 ? "" : "-" + number);
        Outgoing message = new Outgoing(kind, now, batch, now, readings);
        newest = Optional.of(message);
        outbox.put(message, slot);
    }

    private void happen(Step step, Instant now) {
        switch (step.kind()) {
            case BAD_JSON, FLOOD ->
                newest.ifPresent(message -> {
                    boolean broken = step.kind() == StepKind.BAD_JSON;
                    for (int i = 0; i < step.whole(Parameter.COUNT); i++) {
                        Outgoing.Kind kind = broken ? Outgoing.Kind.BROKEN : message.kind();
                        outbox.put(
                                new Outgoing(kind, now, message.batch(), message.sentAt(), message.readings()), slot);
                    }
                });
            case WRONG_PASSWORD -> {
                for (int i = 0; i < step.whole(Parameter.COUNT); i++) {
                    outbox.put(new Outgoing(Outgoing.Kind.WRONG_PASSWORD, now, "", now, List.of()), slot);
                }
            }
            case RESTATED -> restate(step, now);
            default -> {
                // The others are of meters, not of messages.
            }
        }
    }

    private void restate(Step step, Instant now) {
        Instant since = now.minus(step.duration(Parameter.BACK));
        BigDecimal factor = step.number(Parameter.FACTOR);
        List<DeviceReading> again = remembered.getOrDefault(step, List.of()).stream()
                .filter(reading -> !reading.at().isBefore(since))
                .map(reading -> new DeviceReading(
                        reading.meter(),
                        reading.at(),
                        reading.kind(),
                        reading.value()
                                .multiply(factor)
                                .setScale(reading.value().scale(), RoundingMode.HALF_EVEN),
                        reading.source()))
                .toList();
        for (int from = 0; from < again.size(); from += FULL_BATCH) {
            String batch = "restated-" + slot + '-' + from / FULL_BATCH;
            List<DeviceReading> some = again.subList(from, Math.min(again.size(), from + FULL_BATCH));
            outbox.put(new Outgoing(Outgoing.Kind.READINGS, now, batch, now, some), slot);
        }
    }
}
