package io.kilowatch.ingest.packet;

/** The letter of PUBACK, PUBREC, PUBREL, PUBCOMP and DISCONNECT (sections 3.4 to 3.7 and 3.14). */
final class AnswerCheck {
    private static final int[] RECEIVED = {0x00, 0x10, 0x80, 0x83, 0x87, 0x90, 0x91, 0x97, 0x99};
    private static final int[] RELEASED = {0x00, 0x92};
    private static final int[] DISCONNECTED = {
        0x00, 0x04, 0x80, 0x81, 0x82, 0x83, 0x90, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99
    };

    private AnswerCheck() {}

    static void check(PacketKind kind, PacketBytes packet, boolean five) {
        if (packet.two() == 0) {
            throw PacketFault.protocolError("the packet identifier is 0");
        }
        if (five && !packet.isEmpty()) {
            int[] codes = kind == PacketKind.PUBREL || kind == PacketKind.PUBCOMP ? RELEASED : RECEIVED;
            if (!isIn(codes, packet.one())) {
                throw PacketFault.protocolError(kind + " has no such reason code");
            }
            properties(kind, packet);
        }
        packet.end(kind);
    }

    static void disconnect(PacketBytes packet, boolean five) {
        if (five && !packet.isEmpty()) {
            if (!isIn(DISCONNECTED, packet.one())) {
                throw PacketFault.untold("a client does not disconnect with this reason code");
            }
            properties(PacketKind.DISCONNECT, packet);
        }
        packet.end(PacketKind.DISCONNECT);
    }

    private static void properties(PacketKind kind, PacketBytes packet) {
        if (!packet.isEmpty()) {
            Properties.read(packet, kind);
        }
    }

    private static boolean isIn(int[] codes, int code) {
        for (int one : codes) {
            if (one == code) {
                return true;
            }
        }
        return false;
    }
}
