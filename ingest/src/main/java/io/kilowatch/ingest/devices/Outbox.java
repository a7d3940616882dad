package io.kilowatch.ingest.devices;

import io.kilowatch.ingest.intake.Parcel;
import io.kilowatch.ingest.intake.Publisher;
import io.kilowatch.ingest.metrics.IngestMetrics;
import io.kilowatch.registry.topics.DeviceEvent;
import io.kilowatch.registry.topics.DeviceEventJson;
import io.kilowatch.registry.topics.Topics;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Events on their way to Kafka. Nobody waits for them: they are sent while Kafka takes records, a bounded number is kept
 * while it does not, and what finds no room is dropped and counted, for the health of devices is no figure.
 */
final class Outbox {
    private static final int MOST_WAITING = 50_000;
    private static final int MOST_IN_FLIGHT = 2_000;

    private final Publisher publisher;
    private final IngestMetrics metrics;
    private final Queue<DeviceEvent> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicInteger inFlight = new AtomicInteger();

    Outbox(Publisher publisher, IngestMetrics metrics) {
        this.publisher = publisher;
        this.metrics = metrics;
    }

    /** Whether Kafka takes records and there is room for many. */
    boolean hasRoom() {
        return publisher.isReady() && waiting.size() <= MOST_WAITING / 2;
    }

    void add(DeviceEvent event) {
        if (!waiting.offer(event)) {
            metrics.deviceEventDropped();
        }
    }

    /** Sends what waits, as far as Kafka takes it now; one by one while it does not, so that its return is noticed. */
    void send() {
        // What fails at once waits again, and must not be taken up in the same go.
        for (int left = waiting.size();
                left > 0 && inFlight.get() < (publisher.isReady() ? MOST_IN_FLIGHT : 1);
                left--) {
            DeviceEvent event = waiting.poll();
            if (event == null) {
                return;
            }
            inFlight.incrementAndGet();
            publisher.send(
                    new Parcel(Topics.DEVICES.name(), event.key(), DeviceEventJson.encode(event)),
                    failure -> settled(event, failure));
        }
    }

    /** One that failed waits at the end; should later ones of its connection be faster, its readers pass over it. */
    private void settled(DeviceEvent event, @Nullable Throwable failure) {
        inFlight.decrementAndGet();
        if (failure != null) {
            add(event);
        }
    }
}
