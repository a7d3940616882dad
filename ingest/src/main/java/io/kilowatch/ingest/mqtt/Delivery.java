package io.kilowatch.ingest.mqtt;

import io.kilowatch.ingest.access.Identity;
import io.kilowatch.ingest.intake.Consignment;
import io.kilowatch.ingest.intake.Parcel;
import io.kilowatch.ingest.intake.Taken;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message of a session between its arrival and its acknowledgement; used on the session's event loop only. */
final class Delivery implements Consignment {
    private final Session session;
    private final int packetId;
    private final MqttQoS qos;
    private final Taken taken;
    private final int bytes;
    private final long sentAt;
    private final byte @Nullable [] correlation;

    Delivery(
            Session session,
            int packetId,
            MqttQoS qos,
            Taken taken,
            int bytes,
            long sentAt,
            byte @Nullable [] correlation) {
        this.session = session;
        this.packetId = packetId;
        this.qos = qos;
        this.taken = taken;
        this.bytes = bytes;
        this.sentAt = sentAt;
        this.correlation = correlation;
    }

    @Override
    public Identity from() {
        return session.identity();
    }

    @Override
    public List<Parcel> parcels() {
        return taken.parcels();
    }

    @Override
    public boolean isAwaited() {
        return session.isOpen();
    }

    @Override
    public void stored() {
        session.stored(this);
    }

    @Override
    public void over() {
        session.over(this);
    }

    int packetId() {
        return packetId;
    }

    MqttQoS qos() {
        return qos;
    }

    Taken taken() {
        return taken;
    }

    int bytes() {
        return bytes;
    }

    long sentAt() {
        return sentAt;
    }

    /** The correlation data of the request that it is; null if it is none. */
    byte @Nullable [] correlation() {
        return correlation;
    }
}
