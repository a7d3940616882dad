package io.kilowatch.ingest.packet;

import java.util.function.Supplier;

/** The letter of CONNECT (section 3.1 of each version). */
final class ConnectCheck {
    private static final int MQTT_3_1 = 3;
    private static final int MQTT_3_1_1 = 4;
    private static final int MQTT_5 = 5;

    private ConnectCheck() {}

    /** The protocol level of a client: 3, 4 or 5. */
    static int level(PacketBytes packet) {
        PacketBytes name = silently(packet::text);
        boolean old = name.isText("MQIsdp");
        if (!old && !name.isText("MQTT")) {
            throw PacketFault.untold("the protocol has another name");
        }
        int level = silently(packet::one);
        if (level < MQTT_3_1 || level > MQTT_5) {
            throw PacketFault.unsupportedVersion(level);
        }
        if (old != (level == MQTT_3_1)) {
            throw new OldRefusal(OldRefusal.PROTOCOL_VERSION, "the protocol's name and level do not fit");
        }
        return level;
    }

    /** Whether the fixed header's flags are allowed; MQTT 3.1 does not use them. */
    static boolean allows(int flags, int level) {
        return flags == 0 || level == MQTT_3_1;
    }

    /** The rest after name and level. */
    static void rest(PacketBytes packet, int level) {
        int flags = silently(packet::one);
        silently(packet::two);
        flags(flags, level);
        boolean five = level == MQTT_5;
        if (five) {
            Properties properties = Properties.read(packet, PacketKind.CONNECT);
            if (properties.has(Property.AUTHENTICATION_DATA) && !properties.has(Property.AUTHENTICATION_METHOD)) {
                throw PacketFault.protocolError("authentication data without a method");
            }
        }
        boolean anonymous = clientIdentifier(packet);
        if (anonymous && level == MQTT_3_1) {
            throw new OldRefusal(OldRefusal.IDENTIFIER, "the client identifier is empty");
        }
        if (isSet(flags, 0x04)) {
            will(packet, five);
        }
        if (isSet(flags, 0x80)) {
            silently(packet::text);
        }
        if (isSet(flags, 0x40)) {
            silently(() -> packet.part(packet.two()));
        }
        packet.end(PacketKind.CONNECT);
    }

    private static void flags(int flags, int level) {
        boolean will = isSet(flags, 0x04);
        int willQos = flags >> 3 & 0x03;
        boolean willRetain = isSet(flags, 0x20);
        if (isSet(flags, 0x01) && level != MQTT_3_1) {
            throw PacketFault.untold("the reserved flag is set");
        }
        if (!will && (willQos != 0 || willRetain) || willQos == 3) {
            throw PacketFault.untold("the flags of the will are wrong");
        }
        if (level == MQTT_3_1_1 && isSet(flags, 0x40) && !isSet(flags, 0x80)) {
            throw PacketFault.untold("there is a password without a user name");
        }
    }

    private static boolean clientIdentifier(PacketBytes packet) {
        try {
            return packet.text().isEmpty();
        } catch (PacketFault fault) {
            throw PacketFault.clientIdentifier("the client identifier is no text");
        }
    }

    private static void will(PacketBytes packet, boolean five) {
        if (five) {
            Properties.read(packet, PacketKind.WILL);
        }
        PacketBytes topic = packet.topic();
        if (topic.isEmpty()) {
            throw PacketFault.malformed("the will has no topic");
        }
        if (topic.peek(0) == '$') {
            throw PacketFault.topicName("the topic of the will begins with $");
        }
        packet.binary();
    }

    private static boolean isSet(int flags, int bit) {
        return (flags & bit) != 0;
    }

    /** Before a client has said who it is, a packet that breaks off is no reason to talk to it. */
    private static <T> T silently(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (PacketFault fault) {
            throw PacketFault.untold(String.valueOf(fault.getMessage()));
        }
    }

    /** A CONNECT that is refused with a return code of MQTT 3. */
    static final class OldRefusal extends RuntimeException {
        static final byte PROTOCOL_VERSION = 1;
        static final byte IDENTIFIER = 2;

        private static final long serialVersionUID = 1L;

        private final byte code;

        OldRefusal(byte code, String message) {
            super(message, null, false, false);
            this.code = code;
        }

        byte code() {
            return code;
        }
    }
}
