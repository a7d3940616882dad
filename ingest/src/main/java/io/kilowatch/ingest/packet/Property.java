package io.kilowatch.ingest.packet;

import static io.kilowatch.ingest.packet.PacketKind.AUTH;
import static io.kilowatch.ingest.packet.PacketKind.CONNACK;
import static io.kilowatch.ingest.packet.PacketKind.CONNECT;
import static io.kilowatch.ingest.packet.PacketKind.DISCONNECT;
import static io.kilowatch.ingest.packet.PacketKind.PUBACK;
import static io.kilowatch.ingest.packet.PacketKind.PUBCOMP;
import static io.kilowatch.ingest.packet.PacketKind.PUBLISH;
import static io.kilowatch.ingest.packet.PacketKind.PUBREC;
import static io.kilowatch.ingest.packet.PacketKind.PUBREL;
import static io.kilowatch.ingest.packet.PacketKind.SUBACK;
import static io.kilowatch.ingest.packet.PacketKind.SUBSCRIBE;
import static io.kilowatch.ingest.packet.PacketKind.UNSUBACK;
import static io.kilowatch.ingest.packet.PacketKind.UNSUBSCRIBE;
import static io.kilowatch.ingest.packet.PacketKind.WILL;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The properties of MQTT 5 (section 2.2.2.2): their type and the packets that have them. */
enum Property {
    PAYLOAD_FORMAT_INDICATOR(0x01, Type.FLAG, PUBLISH, WILL),
    MESSAGE_EXPIRY_INTERVAL(0x02, Type.FOUR, PUBLISH, WILL),
    CONTENT_TYPE(0x03, Type.TEXT, PUBLISH, WILL),
    RESPONSE_TOPIC(0x08, Type.TOPIC, PUBLISH, WILL),
    CORRELATION_DATA(0x09, Type.BINARY, PUBLISH, WILL),
    SUBSCRIPTION_IDENTIFIER(0x0B, Type.VARIABLE, SUBSCRIBE),
    SESSION_EXPIRY_INTERVAL(0x11, Type.FOUR, CONNECT, CONNACK, DISCONNECT),
    ASSIGNED_CLIENT_IDENTIFIER(0x12, Type.TEXT, CONNACK),
    SERVER_KEEP_ALIVE(0x13, Type.TWO, CONNACK),
    AUTHENTICATION_METHOD(0x15, Type.TEXT, CONNECT, CONNACK, AUTH),
    AUTHENTICATION_DATA(0x16, Type.BINARY, CONNECT, CONNACK, AUTH),
    REQUEST_PROBLEM_INFORMATION(0x17, Type.FLAG, CONNECT),
    WILL_DELAY_INTERVAL(0x18, Type.FOUR, WILL),
    REQUEST_RESPONSE_INFORMATION(0x19, Type.FLAG, CONNECT),
    RESPONSE_INFORMATION(0x1A, Type.TEXT, CONNACK),
    SERVER_REFERENCE(0x1C, Type.TEXT, CONNACK, DISCONNECT),
    REASON_STRING(0x1F, Type.TEXT, CONNACK, PUBACK, PUBREC, PUBREL, PUBCOMP, SUBACK, UNSUBACK, DISCONNECT, AUTH),
    RECEIVE_MAXIMUM(0x21, Type.TWO_NOT_ZERO, CONNECT, CONNACK),
    TOPIC_ALIAS_MAXIMUM(0x22, Type.TWO, CONNECT, CONNACK),
    TOPIC_ALIAS(0x23, Type.TWO, PUBLISH),
    MAXIMUM_QOS(0x24, Type.FLAG, CONNACK),
    RETAIN_AVAILABLE(0x25, Type.FLAG, CONNACK),
    USER_PROPERTY(
            0x26,
            Type.PAIR,
            CONNECT,
            CONNACK,
            PUBLISH,
            WILL,
            PUBACK,
            PUBREC,
            PUBREL,
            PUBCOMP,
            SUBSCRIBE,
            SUBACK,
            UNSUBSCRIBE,
            UNSUBACK,
            DISCONNECT,
            AUTH),
    MAXIMUM_PACKET_SIZE(0x27, Type.FOUR_NOT_ZERO, CONNECT, CONNACK),
    WILDCARD_SUBSCRIPTION_AVAILABLE(0x28, Type.FLAG, CONNACK),
    SUBSCRIPTION_IDENTIFIER_AVAILABLE(0x29, Type.FLAG, CONNACK),
    SHARED_SUBSCRIPTION_AVAILABLE(0x2A, Type.FLAG, CONNACK);

    private static final @Nullable Property[] BY_ID = byId();

    private final int id;
    private final Type type;
    private final Set<PacketKind> packets;

    /** What a property's value is. */
    enum Type {
        FLAG,
        TWO,
        TWO_NOT_ZERO,
        FOUR,
        FOUR_NOT_ZERO,
        VARIABLE,
        TEXT,
        TOPIC,
        BINARY,
        PAIR
    }

    Property(int id, Type type, PacketKind... packets) {
        this.id = id;
        this.type = type;
        this.packets = EnumSet.copyOf(List.of(packets));
    }

    private static @Nullable Property[] byId() {
        @Nullable Property[] all = new Property[0x2B];
        for (Property property : values()) {
            all[property.id] = property;
        }
        return all;
    }

    static Property of(int id) {
        Property found = id < BY_ID.length ? BY_ID[id] : null;
        if (found == null) {
            throw PacketFault.malformed("there is no property " + id);
        }
        return found;
    }

    boolean isIn(PacketKind kind) {
        return packets.contains(kind);
    }

    /** Reads a value: the number where it is one, else 0. */
    long read(PacketBytes bytes) {
        return switch (type) {
            case FLAG -> flag(bytes.one());
            case TWO -> bytes.two();
            case TWO_NOT_ZERO -> notZero(bytes.two());
            case FOUR -> bytes.four();
            case FOUR_NOT_ZERO -> notZero(bytes.four());
            case VARIABLE -> notZero(bytes.variable());
            default -> {
                pass(bytes);
                yield 0;
            }
        };
    }

    private long flag(int value) {
        if (value > 1) {
            throw PacketFault.protocolError(this + " is neither 0 nor 1");
        }
        return value;
    }

    private long notZero(long value) {
        if (value == 0) {
            throw PacketFault.protocolError(this + " is 0");
        }
        return value;
    }

    private void pass(PacketBytes bytes) {
        switch (type) {
            case TEXT -> bytes.text();
            case TOPIC -> {
                if (bytes.topic().isEmpty()) {
                    throw PacketFault.protocolError(this + " is empty");
                }
            }
            case PAIR -> {
                bytes.text();
                bytes.text();
            }
            default -> bytes.binary();
        }
    }
}
