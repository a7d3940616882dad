package io.kilowatch.ingest.intake;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Name;
import io.kilowatch.ingest.access.Identity;
import io.kilowatch.ingest.metrics.IngestMetrics;
import io.kilowatch.ingest.payload.BatchDecoder;
import io.kilowatch.ingest.payload.NationalDecoder;
import io.kilowatch.ingest.payload.PayloadDecoder;
import io.kilowatch.ingest.payload.ReceiptJson;
import io.kilowatch.ingest.reading.Decoded;
import io.kilowatch.ingest.reading.Examination;
import io.kilowatch.ingest.reading.Refusal;
import io.kilowatch.ingest.reading.RefusalCode;
import io.kilowatch.registry.topics.Channel;
import io.kilowatch.registry.topics.ReadingBatch;
import io.kilowatch.registry.topics.ReadingBatchJson;
import io.kilowatch.registry.topics.RejectedBatch;
import io.kilowatch.registry.topics.RejectedBatchJson;
import io.kilowatch.registry.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in one message of a device: decodes it and makes the records that it becomes. Knows nothing of MQTT. */
public final class Intake {
    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    /** The registry offset of what was checked against no document. */
    private static final long NO_DOCUMENT = 0;

    private final PayloadDecoder batches;
    private final PayloadDecoder uploads;
    private final int maxReadings;
    private final long tolerance;
    private final InstantSource clock;
    private final IngestMetrics metrics;
    private final Tracker tracker;

    /**
     * An intake.
     *
     * @param maxBytes the most that a payload may have, compressed or not
     * @param maxReadings how many readings a batch may have
     * @param futureTolerance how far after the gateway's time a reading may be
     * @param calendar what the times of national upload records are of
     */
    public Intake(
            int maxBytes,
            int maxReadings,
            Duration futureTolerance,
            BusinessCalendar calendar,
            InstantSource clock,
            IngestMetrics metrics,
            Tracker tracker) {
        this.batches = new BatchDecoder(maxBytes);
        this.uploads = new NationalDecoder(maxBytes, calendar);
        this.maxReadings = maxReadings;
        this.tolerance = futureTolerance.toMillis();
        this.clock = clock;
        this.metrics = metrics;
        this.tracker = tracker;
    }

    /** Takes in a message. */
    public Taken take(Message message) {
        long now = clock.millis();
        Identity from = message.from();
        if (from.isTimeTopic(message.topic())) {
            return time(now);
        }
        Examination examination = new Examination(message.catalogue(), from.device(), now + tolerance, maxReadings);
        Decoded decoded = read(message, examination);
        if (decoded instanceof Decoded.Batch batch) {
            return batch(message, now, batch);
        } else if (decoded instanceof Decoded.Unreadable unreadable) {
            return whole(message, now, unreadable.refusal());
        }
        throw new IllegalStateException("no such outcome: " + decoded);
    }

    /**
     * Takes in again some readings of a message that was rejected; nothing of it is rejected a second time.
     *
     * @param receivedAt when the message was received
     * @param wanted which of its readings, by their places
     */
    public Again again(Message message, long receivedAt, IntPredicate wanted) {
        Examination examination = new Examination(
                message.catalogue(), message.from().device(), clock.millis() + tolerance, maxReadings, wanted);
        Decoded decoded = read(message, examination);
        if (decoded instanceof Decoded.Batch batch) {
            return new Again(
                    accepted(message, receivedAt, batch), batch.accepted().size(), batch.refused());
        } else if (decoded instanceof Decoded.Unreadable unreadable) {
            return new Again(Optional.empty(), 0, List.of(unreadable.refusal()));
        }
        throw new IllegalStateException("no such outcome: " + decoded);
    }

    private Decoded read(Message message, Examination examination) {
        PayloadDecoder decoder = decoder(message.from(), message.topic());
        return decoder == null
                ? new Decoded.Unreadable(notYourTopic(message.from()))
                : decode(decoder, message, examination);
    }

    private @Nullable PayloadDecoder decoder(Identity from, String topic) {
        if (from.isReadingsTopic(topic)) {
            return batches;
        }
        return from.isNationalTopic(topic) ? uploads : null;
    }

    private static Decoded decode(PayloadDecoder decoder, Message message, Examination examination) {
        try {
            return decoder.decode(message.payload(), examination);
        } catch (RuntimeException e) {
            // A message that we stumble over must not come again and again.
            log.error("message could not be decoded, kept as rejected [device: {}]", message.from(), e);
            return new Decoded.Unreadable(
                    Refusal.whole(RefusalCode.MALFORMED, new Name("消息无法解析", "the message cannot be read as a batch")));
        }
    }

    private Taken batch(Message message, long now, Decoded.Batch batch) {
        int accepted = batch.accepted().size();
        metrics.accepted(message.from().enterprise(), accepted);
        tracker.batch(message, now, batch);
        Optional<Parcel> stored = accepted(message, now, batch);
        if (batch.refused().isEmpty()) {
            Optional<byte[]> receipt = message.answered()
                    ? Optional.of(receipt(now, batch.batch(), accepted, List.of()))
                    : Optional.empty();
            return new Taken(stored.map(List::of).orElse(List.of()), Taken.Answer.ACCEPTED, "", receipt);
        }
        Parcel rejected = rejected(message, now, batch);
        return new Taken(
                stored.map(one -> List.of(one, rejected)).orElse(List.of(rejected)),
                accepted > 0 ? Taken.Answer.ACCEPTED : Taken.Answer.NOTHING_ACCEPTED,
                "",
                Optional.of(receipt(now, batch.batch(), accepted, batch.refused())));
    }

    private static Optional<Parcel> accepted(Message message, long receivedAt, Decoded.Batch batch) {
        if (batch.accepted().isEmpty()) {
            return Optional.empty();
        }
        String enterprise = message.from().enterprise();
        byte[] value = ReadingBatchJson.encode(new ReadingBatch(
                enterprise,
                message.from().device(),
                batch.batch(),
                receivedAt,
                batch.sentAt(),
                message.channel(),
                message.catalogue().offset(),
                batch.accepted()));
        return Optional.of(new Parcel(Topics.READINGS.name(), enterprise, value, message.properties()));
    }

    /** A request for the time: nothing to store, and an answer in any case. */
    private static Taken time(long now) {
        return new Taken(List.of(), Taken.Answer.ACCEPTED, "", Optional.of(receipt(now, "", 0, List.of())));
    }

    private Taken whole(Message message, long now, Refusal refusal) {
        List<Refusal> refused = List.of(refusal);
        tracker.refused(message, now, refusal);
        return new Taken(
                List.of(rejected(message, now, whole(refused))),
                Taken.Answer.of(refusal.code()),
                refusal.message().en(),
                Optional.of(receipt(now, "", 0, refused)));
    }

    /**
     * Refuses a message whose sender is not registered or may not send this way; it is kept as rejected all the same.
     *
     * @param from who sent it, as far as that can be told
     */
    public Taken turnAway(
            Identity from,
            String topic,
            byte[] payload,
            Channel channel,
            List<UserProperty> properties,
            Refusal refusal) {
        long now = clock.millis();
        List<Refusal> refused = List.of(refusal);
        return new Taken(
                List.of(rejected(from, topic, payload, channel, properties, NO_DOCUMENT, now, whole(refused))),
                Taken.Answer.NOT_YOUR_TOPIC,
                refusal.message().en(),
                Optional.of(receipt(now, "", 0, refused)));
    }

    private static Decoded.Batch whole(List<Refusal> refused) {
        return new Decoded.Batch("", OptionalLong.empty(), List.of(), refused);
    }

    private Parcel rejected(Message message, long now, Decoded.Batch batch) {
        return rejected(
                message.from(),
                message.topic(),
                message.payload(),
                message.channel(),
                message.properties(),
                message.catalogue().offset(),
                now,
                batch);
    }

    private Parcel rejected(
            Identity from,
            String topic,
            byte[] payload,
            Channel channel,
            List<UserProperty> properties,
            long document,
            long now,
            Decoded.Batch batch) {
        batch.refused().forEach(refusal -> metrics.refused(refusal.code()));
        RejectedBatch rejected = new RejectedBatch(
                from.enterprise(),
                from.device(),
                topic,
                now,
                batch.sentAt(),
                channel,
                properties.stream().map(UserProperty::told).toList(),
                document,
                batch.batch(),
                batch.accepted().size(),
                batch.refused().stream().map(Refusal::told).toList(),
                payload);
        return new Parcel(Topics.REJECTED.name(), from.user(), RejectedBatchJson.encode(rejected), properties);
    }

    private static byte[] receipt(long now, String batch, int accepted, List<Refusal> refused) {
        return ReceiptJson.encode(batch, accepted, refused, Instant.ofEpochMilli(now));
    }

    private static Refusal notYourTopic(Identity from) {
        return Refusal.whole(
                RefusalCode.NOT_YOUR_TOPIC,
                new Name(
                        "本设备只能发布到 " + from.readingsTopic() + " 等自己的主题",
                        "this device publishes to its own topics only, such as " + from.readingsTopic()));
    }
}
