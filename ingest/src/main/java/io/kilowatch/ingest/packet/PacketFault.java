package io.kilowatch.ingest.packet;

/**
 * What is wrong with a packet; the connection ends with it.
 *
 * <p>The codes are those of MQTT 5, section 2.4; clients of older versions are told nothing.
 */
public final class PacketFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The code of a fault that a client is told nothing of. */
    public static final byte UNTOLD = 0;

    private static final byte MALFORMED = (byte) 0x81;
    private static final byte PROTOCOL_ERROR = (byte) 0x82;
    private static final byte UNSUPPORTED_VERSION = (byte) 0x84;
    private static final byte CLIENT_IDENTIFIER = (byte) 0x85;
    private static final byte TOPIC_NAME = (byte) 0x90;
    private static final byte TOPIC_ALIAS = (byte) 0x94;
    private static final byte TOO_LARGE = (byte) 0x95;

    private final byte code;

    private PacketFault(byte code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** The reason code to close with. */
    public byte code() {
        return code;
    }

    static PacketFault malformed(String message) {
        return new PacketFault(MALFORMED, message);
    }

    static PacketFault protocolError(String message) {
        return new PacketFault(PROTOCOL_ERROR, message);
    }

    static PacketFault unsupportedVersion(int level) {
        return new PacketFault(UNSUPPORTED_VERSION, "there is no protocol level " + level);
    }

    static PacketFault clientIdentifier(String message) {
        return new PacketFault(CLIENT_IDENTIFIER, message);
    }

    static PacketFault topicName(String message) {
        return new PacketFault(TOPIC_NAME, message);
    }

    static PacketFault topicAlias(int alias, int most) {
        return new PacketFault(TOPIC_ALIAS, "topic alias " + alias + " is not from 1 to " + most);
    }

    static PacketFault tooLarge(long length, int most) {
        return new PacketFault(TOO_LARGE, "the packet has " + length + " bytes, the most is " + most);
    }

    static PacketFault untold(String message) {
        return new PacketFault(UNTOLD, message);
    }
}
