package io.kilowatch.ingest.packet;

/** The kinds of control packet by their number (MQTT 5, section 2.1.2). */
enum PacketKind {
    RESERVED,
    CONNECT,
    CONNACK,
    PUBLISH,
    PUBACK,
    PUBREC,
    PUBREL,
    PUBCOMP,
    SUBSCRIBE,
    SUBACK,
    UNSUBSCRIBE,
    UNSUBACK,
    PINGREQ,
    PINGRESP,
    DISCONNECT,
    AUTH,
    /** The will within a CONNECT, which has properties of its own. */
    WILL;

    private static final PacketKind[] ALL = values();

    static PacketKind of(int number) {
        return ALL[number];
    }

    /** Whether a client sends it. */
    boolean isFromClient() {
        return switch (this) {
            case CONNECT, PUBLISH, PUBACK, PUBREC, PUBREL, PUBCOMP, SUBSCRIBE, UNSUBSCRIBE, PINGREQ, DISCONNECT -> true;
            default -> false;
        };
    }

    /** The flags that its fixed header must have; PUBLISH has others. */
    int flags() {
        return this == PUBREL || this == SUBSCRIBE || this == UNSUBSCRIBE ? 0x02 : 0;
    }

    /** The fault of wrong flags, or of a packet that only a server sends or that needs an exchange not offered. */
    void admit(int flags) {
        if (this == RESERVED || this == CONNACK || this == AUTH) {
            throw PacketFault.protocolError(this + " is not expected from a client");
        }
        if (this != PUBLISH && flags != flags()) {
            String message = this + " has wrong flags";
            throw this == PUBREL || this == DISCONNECT
                    ? PacketFault.protocolError(message)
                    : PacketFault.malformed(message);
        }
        if (!isFromClient()) {
            throw PacketFault.protocolError(this + " is not expected from a client");
        }
    }
}
