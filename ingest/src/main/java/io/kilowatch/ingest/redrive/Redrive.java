package io.kilowatch.ingest.redrive;

import io.kilowatch.domain.Name;
import io.kilowatch.ingest.access.Catalogues;
import io.kilowatch.ingest.access.Identity;
import io.kilowatch.ingest.intake.Again;
import io.kilowatch.ingest.intake.Intake;
import io.kilowatch.ingest.intake.Message;
import io.kilowatch.ingest.intake.Parcel;
import io.kilowatch.ingest.intake.UserProperty;
import io.kilowatch.ingest.reading.Catalogue;
import io.kilowatch.ingest.reading.Refusal;
import io.kilowatch.ingest.reading.RefusalCode;
import io.kilowatch.registry.topics.Channel;
import io.kilowatch.registry.topics.DeviceEvent.Redriven;
import io.kilowatch.registry.topics.DeviceEventJson;
import io.kilowatch.registry.topics.RedriveRequest;
import io.kilowatch.registry.topics.RejectedBatch;
import io.kilowatch.registry.topics.Topics;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a request to take refused readings in again becomes: the readings that are accepted now, as if they had been so when
 * they were received, and the outcome.
 *
 * @param catalogues what is registered now
 * @param intake the way in
 * @param clock when the outcome is
 */
public record Redrive(Catalogues catalogues, Intake intake, InstantSource clock) {
    /** The protocol of a batch that was taken in again. */
    public static final String PROTOCOL = "redrive";

    private static final Name NOT_REGISTERED = new Name("本单位已不在登记中", "the enterprise is not registered any more");

    /** The records of a request; the outcome is the last one. */
    List<Parcel> parcels(RedriveRequest request) {
        RejectedBatch batch = request.batch();
        Again again = catalogues
                .find(batch.enterprise())
                .map(catalogue -> again(request, catalogue))
                .orElseGet(() -> new Again(
                        Optional.empty(), 0, List.of(Refusal.whole(RefusalCode.UNKNOWN_METER, NOT_REGISTERED))));
        List<Parcel> parcels = new ArrayList<>(2);
        again.parcel().ifPresent(parcels::add);
        Redriven outcome = new Redriven(
                batch.enterprise(),
                batch.device(),
                clock.millis(),
                request.rejected(),
                request.id(),
                request.by(),
                again.accepted(),
                again.refused().stream().map(Refusal::told).toList());
        parcels.add(new Parcel(Topics.DEVICES.name(), outcome.key(), DeviceEventJson.encode(outcome)));
        return parcels;
    }

    private Again again(RedriveRequest request, Catalogue catalogue) {
        RejectedBatch batch = request.batch();
        Message message = new Message(
                new Identity(batch.enterprise(), batch.device()),
                catalogue,
                batch.topic(),
                batch.payload(),
                new Channel(batch.channel().connection(), PROTOCOL),
                batch.properties().stream().map(UserProperty::of).toList(),
                false);
        return intake.again(message, batch.receivedAt(), request.wanted());
    }
}
