package io.kilowatch.ingest.intake;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Name;
import io.kilowatch.ingest.access.Identity;
import io.kilowatch.ingest.metrics.IngestMetrics;
import io.kilowatch.ingest.payload.BatchDecoder;
import io.kilowatch.ingest.payload.NationalDecoder;
import io.kilowatch.ingest.payload.PayloadDecoder;
import io.kilowatch.ingest.payload.ReceiptJson;
import io.kilowatch.ingest.payload.Rejection;
import io.kilowatch.ingest.reading.Decoded;
import io.kilowatch.ingest.reading.Examination;
import io.kilowatch.ingest.reading.Refusal;
import io.kilowatch.ingest.reading.RefusalCode;
import io.kilowatch.registry.topics.ReadingBatch;
import io.kilowatch.registry.topics.ReadingBatchJson;
import io.kilowatch.registry.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            IngestMetrics metrics) {
        this.batches = new BatchDecoder(maxBytes);
        this.uploads = new NationalDecoder(maxBytes, calendar);
        this.maxReadings = maxReadings;
        this.tolerance = futureTolerance.toMillis();
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Takes in a message. */
    public Taken take(Message message) {
        long now = clock.millis();
        Identity from = message.from();
        PayloadDecoder decoder = decoder(from, message.topic());
        if (decoder == null) {
            return from.isTimeTopic(message.topic())
                    ? time(now)
                    : whole(message, now, Taken.Answer.NOT_YOUR_TOPIC, notYourTopic(from));
        }
        Examination examination = new Examination(message.catalogue(), from.device(), now + tolerance, maxReadings);
        Decoded decoded = decode(decoder, message, examination);
        if (decoded instanceof Decoded.Batch batch) {
            return batch(message, now, batch);
        } else if (decoded instanceof Decoded.Unreadable unreadable) {
            Refusal refusal = unreadable.refusal();
            return whole(
                    message,
                    now,
                    refusal.code() == RefusalCode.TOO_LARGE ? Taken.Answer.TOO_LARGE : Taken.Answer.MALFORMED,
                    refusal);
        }
        throw new IllegalStateException("no such outcome: " + decoded);
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
        metrics.accepted(accepted);
        List<Parcel> parcels = new ArrayList<>(2);
        if (accepted > 0) {
            String enterprise = message.from().enterprise();
            byte[] value = ReadingBatchJson.encode(new ReadingBatch(
                    enterprise,
                    message.from().device(),
                    batch.batch(),
                    now,
                    batch.sentAt(),
                    message.channel(),
                    message.catalogue().offset(),
                    batch.accepted()));
            parcels.add(new Parcel(Topics.READINGS.name(), enterprise, value, message.properties()));
        }
        if (batch.refused().isEmpty()) {
            Optional<byte[]> receipt = message.answered()
                    ? Optional.of(receipt(now, batch.batch(), accepted, List.of()))
                    : Optional.empty();
            return new Taken(parcels, Taken.Answer.ACCEPTED, "", receipt);
        }
        parcels.add(rejected(message, now, batch.batch(), accepted, batch.refused()));
        return new Taken(
                parcels,
                accepted > 0 ? Taken.Answer.ACCEPTED : Taken.Answer.NOTHING_ACCEPTED,
                "",
                Optional.of(receipt(now, batch.batch(), accepted, batch.refused())));
    }

    /** A request for the time: nothing to store, and an answer in any case. */
    private static Taken time(long now) {
        return new Taken(List.of(), Taken.Answer.ACCEPTED, "", Optional.of(receipt(now, "", 0, List.of())));
    }

    private Taken whole(Message message, long now, Taken.Answer answer, Refusal refusal) {
        List<Refusal> refused = List.of(refusal);
        return new Taken(
                List.of(rejected(message, now, "", 0, refused)),
                answer,
                refusal.message().en(),
                Optional.of(receipt(now, "", 0, refused)));
    }

    /**
     * Refuses a message whose sender is not registered or may not send this way; it is kept as rejected all the same.
     *
     * @param from who sent it, as far as that can be told
     */
    public Taken turnAway(Identity from, String topic, byte[] payload, List<UserProperty> properties, Refusal refusal) {
        long now = clock.millis();
        List<Refusal> refused = List.of(refusal);
        metrics.refused(refusal.code());
        Rejection rejection =
                new Rejection(from.enterprise(), from.device(), topic, now, NO_DOCUMENT, "", 0, refused, payload);
        return new Taken(
                List.of(new Parcel(Topics.REJECTED.name(), from.user(), rejection.json(), properties)),
                Taken.Answer.NOT_YOUR_TOPIC,
                refusal.message().en(),
                Optional.of(receipt(now, "", 0, refused)));
    }

    private Parcel rejected(Message message, long now, String batch, int accepted, List<Refusal> refused) {
        refused.forEach(refusal -> metrics.refused(refusal.code()));
        Identity from = message.from();
        Rejection rejection = new Rejection(
                from.enterprise(),
                from.device(),
                message.topic(),
                now,
                message.catalogue().offset(),
                batch,
                accepted,
                refused,
                message.payload());
        return new Parcel(Topics.REJECTED.name(), from.user(), rejection.json(), message.properties());
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
