package io.kilowatch.ingest.packet;

/** The letter of PUBLISH (section 3.3 of each version). */
final class PublishCheck {
    private PublishCheck() {}

    static void check(int flags, PacketBytes packet, boolean five, int mostAliases) {
        int qos = flags >> 1 & 0x03;
        if (qos == 3) {
            throw PacketFault.malformed("there is no QoS 3");
        }
        if (qos == 0 && (flags & 0x08) != 0) {
            throw PacketFault.malformed("a message of QoS 0 is no duplicate");
        }
        boolean named = !packet.topic().isEmpty();
        if (qos > 0 && packet.two() == 0) {
            throw PacketFault.protocolError("the packet identifier is 0");
        }
        Properties properties = five ? Properties.read(packet, PacketKind.PUBLISH) : Properties.NONE;
        boolean aliased = properties.has(Property.TOPIC_ALIAS);
        if (aliased && (properties.topicAlias() == 0 || properties.topicAlias() > mostAliases)) {
            throw PacketFault.topicAlias(properties.topicAlias(), mostAliases);
        }
        if (!named && !aliased) {
            throw PacketFault.protocolError("the message has neither a topic nor a topic alias");
        }
    }
}
