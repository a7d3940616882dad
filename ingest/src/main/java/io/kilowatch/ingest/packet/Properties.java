package io.kilowatch.ingest.packet;

/** The properties of one packet, examined: which there are, and the numbers that matter. */
final class Properties {
    static final Properties NONE = new Properties(0, 0);

    private final long seen;
    private final int topicAlias;

    private Properties(long seen, int topicAlias) {
        this.seen = seen;
        this.topicAlias = topicAlias;
    }

    static Properties read(PacketBytes packet, PacketKind kind) {
        if (packet.peek(0) == 0) {
            packet.one();
            return NONE;
        }
        PacketBytes bytes = packet.part(packet.variable());
        long seen = 0;
        int alias = 0;
        while (!bytes.isEmpty()) {
            Property property = Property.of(bytes.variable());
            long value = property.read(bytes);
            long mask = 1L << property.ordinal();
            if (!property.isIn(kind)) {
                throw misplaced(kind, property);
            }
            if ((seen & mask) != 0 && property != Property.USER_PROPERTY) {
                throw PacketFault.protocolError(kind + " has the property " + property + " twice");
            }
            seen |= mask;
            alias = property == Property.TOPIC_ALIAS ? (int) value : alias;
        }
        return new Properties(seen, alias);
    }

    /** The standard calls a property of another packet malformed; brokers in use say so of subscriptions only. */
    private static PacketFault misplaced(PacketKind kind, Property property) {
        String message = kind + " has no property " + property;
        return kind == PacketKind.SUBSCRIBE || kind == PacketKind.UNSUBSCRIBE
                ? PacketFault.malformed(message)
                : PacketFault.protocolError(message);
    }

    boolean has(Property property) {
        return (seen & 1L << property.ordinal()) != 0;
    }

    int topicAlias() {
        return topicAlias;
    }
}
