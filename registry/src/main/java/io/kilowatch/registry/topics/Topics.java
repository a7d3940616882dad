package io.kilowatch.registry.topics;

import io.kilowatch.platform.kafka.Topic;
import java.time.Duration;
import java.util.List;

/**
 * The topics that the services meet on.
 *
 * <p>{@link #READINGS}, {@link #REGISTRY} and {@link #VERDICTS} are partitioned alike by enterprise, so one consumer sees
 * all that decides an enterprise's figures.
 */
public final class Topics {
    /** Accepted batches, keyed by enterprise. */
    public static final Topic READINGS = Topic.keptFor("energy.readings", Duration.ofDays(30));

    /** What was refused, keyed by {@code enterprise/device}. */
    public static final Topic REJECTED = Topic.keptFor("energy.rejected", Duration.ofDays(90));

    /** What devices do: online and offline, activity, refused sign-ins, redriven batches; keyed by {@code enterprise/device}. */
    public static final Topic DEVICES = Topic.keptFor("energy.devices", Duration.ofDays(90));

    /** Requests to take refused readings in again, keyed by enterprise. */
    public static final Topic REDRIVE = Topic.keptFor("energy.redrive", Duration.ofDays(30));

    /** Registry documents, keyed by enterprise; null deletes. */
    public static final Topic REGISTRY = Topic.compacted("energy.registry");

    /** Verdicts, keyed by enterprise, indicator and period, partitioned by enterprise. */
    public static final Topic VERDICTS = Topic.compacted("energy.verdicts");

    /** Each transition of an alert, keyed by alert. */
    public static final Topic ALERTS = Topic.keptFor("energy.alerts", Duration.ofDays(90));

    /** Records that no consumer could handle, as they came, with the error in headers. */
    public static final Topic DEAD_LETTER = Topic.keptFor("energy.dead-letter", Duration.ofDays(90));

    /** All of them. */
    public static final List<Topic> ALL =
            List.of(READINGS, REJECTED, DEVICES, REDRIVE, REGISTRY, VERDICTS, ALERTS, DEAD_LETTER);

    private Topics() {}
}
