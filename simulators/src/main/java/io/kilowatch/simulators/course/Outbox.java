package io.kilowatch.simulators.course;

import io.kilowatch.simulators.province.Noise;
import io.kilowatch.simulators.province.Slot;
import io.kilowatch.simulators.scenario.Parameter;
import io.kilowatch.simulators.scenario.Step;
import io.kilowatch.simulators.scenario.StepKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** Messages of a device that wait to be sent: at once, or when the timeline lets them. */
final class Outbox {
    private final List<Step> steps;
    private final Noise noise;
    private final long first;
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>(
            Comparator.comparing((Waiting one) -> one.message().sendAt()).thenComparingLong(Waiting::number));
    private long number;

    private record Waiting(Outgoing message, long number) {}

    /**
     * An empty one.
     *
     * @param steps those of the device
     * @param first the number of the slot that the steps count from
     */
    Outbox(List<Step> steps, Noise noise, long first) {
        this.steps = steps;
        this.noise = noise;
        this.first = first;
    }

    /** Puts a message in that was ready at the start of a slot. */
    void put(Outgoing message, long slot) {
        long place = number++;
        Optional<Instant> sent = Optional.of(message.sendAt());
        for (Step step : steps) {
            if (sent.isPresent() && step.isDuring(slot - first)) {
                sent = delayed(step, sent.get(), place);
                if (step.kind() == StepKind.DUPLICATE && chance(step, place)) {
                    Instant again = message.sendAt().plus(part(step, noise.stream("again"), place));
                    waiting.add(new Waiting(message.at(again), number++));
                }
            }
        }
        sent.ifPresent(at -> waiting.add(new Waiting(message.at(at), place)));
    }

    private Optional<Instant> delayed(Step step, Instant at, long place) {
        return switch (step.kind()) {
            case SHUFFLE -> Optional.of(at.plus(part(step, noise.stream("shuffle"), place)));
            case OFFLINE -> {
                Instant back = Slot.startOf(first + step.until());
                yield switch (step.text(Parameter.CATCH_UP)) {
                    case "lost" -> Optional.empty();
                    case "jitter" -> Optional.of(back.plus(part(step, noise.stream("catch-up"), place)));
                    default -> Optional.of(back.isAfter(at) ? back : at);
                };
            }
            default -> Optional.of(at);
        };
    }

    private boolean chance(Step step, long place) {
        return noise.stream("twice").uniform(place)
                < step.number(Parameter.SHARE).doubleValue();
    }

    private static Duration part(Step step, Noise chance, long place) {
        long seconds = step.duration(Parameter.WITHIN).toSeconds();
        return Duration.ofSeconds((long) (seconds * chance.uniform(place)));
    }

    /** The next message that may be sent by an instant, taken out. */
    Optional<Outgoing> take(Instant by) {
        Waiting next = waiting.peek();
        if (next == null || next.message().sendAt().isAfter(by)) {
            return Optional.empty();
        }
        waiting.remove();
        return Optional.of(next.message());
    }
}
