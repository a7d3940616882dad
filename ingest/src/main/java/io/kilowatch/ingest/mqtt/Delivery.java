package io.kilowatch.ingest.mqtt;

import io.kilowatch.ingest.intake.Taken;
import io.netty.handler.codec.mqtt.MqttQoS;
import org.jspecify.annotations.Nullable;

/** One message of a session between its arrival and its acknowledgement; used on the session's event loop only. */
final class Delivery {
    private final Session session;
    private final int packetId;
    private final MqttQoS qos;
    private final Taken taken;
    private final int bytes;
    private final long sentAt;
    private final byte @Nullable [] correlation;
    private int missing;

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
        this.missing = taken.parcels().size();
    }

    Session session() {
        return session;
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

    /** One of its records is stored; true if it was the last one missing. */
    boolean stored() {
        return --missing == 0;
    }
}
