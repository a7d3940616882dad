package io.kilowatch.ingest.packet;

/** The letter of SUBSCRIBE and UNSUBSCRIBE (sections 3.8 and 3.10 of each version). */
final class SubscriptionCheck {
    private static final int NO_LOCAL = 0x04;
    private static final int RETAIN_HANDLING = 0x30;

    private SubscriptionCheck() {}

    static void check(PacketKind kind, PacketBytes packet, boolean five) {
        if (packet.two() == 0) {
            throw PacketFault.malformed("the packet identifier is 0");
        }
        if (five) {
            Properties.read(packet, kind);
        }
        if (packet.isEmpty()) {
            throw PacketFault.malformed(kind + " names no topic filter");
        }
        while (!packet.isEmpty()) {
            PacketBytes filter = packet.text();
            boolean shared = filter.startsWith("$share/");
            filter(filter);
            if (kind == PacketKind.SUBSCRIBE) {
                options(packet.one(), five, shared);
            }
        }
    }

    private static void options(int options, boolean five, boolean shared) {
        int used = five ? 0x3F : 0x03;
        if ((options & ~used) != 0 || (options & 0x03) == 3 || (options & RETAIN_HANDLING) == RETAIN_HANDLING) {
            throw PacketFault.malformed("the options of the subscription are wrong");
        }
        if (shared && (options & NO_LOCAL) != 0) {
            throw PacketFault.protocolError("a shared subscription cannot be without local messages");
        }
    }

    /** A wildcard stands for a whole level, and # for the last. */
    private static void filter(PacketBytes filter) {
        if (filter.isEmpty()) {
            throw PacketFault.malformed("a topic filter is empty");
        }
        int before = '/';
        while (!filter.isEmpty()) {
            int current = filter.one();
            int next = filter.peek(0);
            boolean whole = before == '/' && (next == '/' || next == -1);
            if (current == '+' && !whole || current == '#' && (before != '/' || next != -1)) {
                throw PacketFault.malformed("a topic filter has a wildcard that is not a whole level");
            }
            before = current;
        }
    }
}
