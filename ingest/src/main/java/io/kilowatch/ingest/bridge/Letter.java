package io.kilowatch.ingest.bridge;

import io.kilowatch.ingest.access.Identity;
import io.kilowatch.ingest.intake.Consignment;
import io.kilowatch.ingest.intake.Parcel;
import io.kilowatch.ingest.intake.Taken;
import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.jspecify.annotations.Nullable;

/** One message of the broker between its arrival and its acknowledgement; used on the bridge's event loop only. */
final class Letter implements Consignment {
    private final Link link;
    private final int packetId;
    private final boolean promised;
    private final int bytes;
    private final DeviceTopic sender;
    private final Taken taken;
    private final long sentAt;
    private final byte @Nullable [] correlation;
    private boolean stored;

    /**
     * A letter.
     *
     * @param correlation the correlation data of the request that it is; null if it is none
     */
    Letter(
            Link link,
            MqttMessage message,
            DeviceTopic sender,
            Taken taken,
            long sentAt,
            byte @Nullable [] correlation) {
        this.link = link;
        this.packetId = message.getId();
        this.promised = message.getQos() > 0;
        this.bytes = message.getPayload().length;
        this.sender = sender;
        this.taken = taken;
        this.sentAt = sentAt;
        this.correlation = correlation;
    }

    int packetId() {
        return packetId;
    }

    int bytes() {
        return bytes;
    }

    /** Whether the broker waits for an acknowledgement. */
    boolean isPromised() {
        return promised;
    }

    boolean isStored() {
        return stored;
    }

    long sentAt() {
        return sentAt;
    }

    byte @Nullable [] correlation() {
        return correlation;
    }

    /** The receipt; null if there is none, or nobody to send it to. */
    byte @Nullable [] receipt() {
        return sender.wellFormed() ? taken.receipt().orElse(null) : null;
    }

    @Override
    public Identity from() {
        return sender.from();
    }

    @Override
    public List<Parcel> parcels() {
        return taken.parcels();
    }

    @Override
    public boolean isAwaited() {
        return link.isOpen();
    }

    @Override
    public void stored() {
        stored = true;
        link.stored(this);
    }
}
