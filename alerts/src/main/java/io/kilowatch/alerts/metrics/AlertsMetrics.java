package io.kilowatch.alerts.metrics;

import io.kilowatch.alerts.state.TransitionKind;
import io.kilowatch.platform.kafka.PollLoop;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What this service counts. */
public final class AlertsMetrics {
    /** Alerts that stand, open or acknowledged. */
    public static final String STANDING = "kilowatch.alerts.standing";
    /** History entries written, by {@code kind}. */
    public static final String TRANSITIONS = "kilowatch.alerts.transitions";
    /** Verdicts consumed. */
    public static final String VERDICTS = "kilowatch.alerts.verdicts";
    /** Records sent to the dead-letter topic. */
    public static final String DEAD_LETTERS = "kilowatch.alerts.dead.letters";
    /** Polls of verdicts that failed and are tried again. */
    public static final String FAILED_TRIES = "kilowatch.alerts.failed.tries";
    /** Browsers listening to live events. */
    public static final String LISTENERS = "kilowatch.alerts.listeners";

    private final MeterRegistry registry;
    private final AtomicLong standing;
    private final AtomicInteger listeners;
    private final Counter verdicts;
    private final Counter deadLetters;

    /** Registers them. */
    public AlertsMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.standing = registry.gauge(STANDING, new AtomicLong());
        this.listeners = registry.gauge(LISTENERS, new AtomicInteger());
        this.verdicts = registry.counter(VERDICTS);
        this.deadLetters = registry.counter(DEAD_LETTERS);
        for (TransitionKind kind : TransitionKind.values()) {
            registry.counter(TRANSITIONS, "kind", kind.word());
        }
    }

    /** Takes the failed tries from the loop that counts them. */
    public void failedTries(PollLoop loop) {
        FunctionCounter.builder(FAILED_TRIES, loop, PollLoop::failures).register(registry);
    }

    /** How many alerts stand. */
    public void standing(long count) {
        standing.set(count);
    }

    /** How many browsers listen. */
    public void listeners(int count) {
        listeners.set(count);
    }

    /** A poll was stored. */
    public void stored(int verdictCount, int deadLetterCount, Map<TransitionKind, Integer> transitions) {
        verdicts.increment(verdictCount);
        deadLetters.increment(deadLetterCount);
        transitions.forEach((kind, count) ->
                registry.counter(TRANSITIONS, "kind", kind.word()).increment(count));
    }
}
