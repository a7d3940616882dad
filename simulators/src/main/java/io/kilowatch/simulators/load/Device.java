package io.kilowatch.simulators.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One device of a load, through all its connections; it lives on its crew's event loop.
 *
 * <p>What it has in flight is known by packet id alone: the time for which each message was intended.
 */
final class Device {
    private static final long FREE = Long.MIN_VALUE;
    private static final int LARGEST_WRITE = 64 * 1024;
    private static final int LAST_PACKET_ID = 65_535;
    private static final byte[] UNKNOWN = {};

    private final Crew crew;
    private final Messages messages;
    private final int number;
    private final int place;
    private final int window;
    private byte[] topic = UNKNOWN;
    private long[] intended = {};
    private @Nullable Channel channel;
    private boolean admitted;
    private OptionalLong wantedSince = OptionalLong.empty();
    private int packetId;
    private int inFlight;
    private int messagesSent;
    private int due;
    private int started;

    Device(Crew crew, Messages messages, int number, int place, int window) {
        this.crew = crew;
        this.messages = messages;
        this.number = number;
        this.place = place;
        this.window = window;
    }

    int number() {
        return number;
    }

    /** Its place in its crew. */
    int place() {
        return place;
    }

    /** Since when a muster wants it to be let in; empty once it is. */
    OptionalLong wantedSince() {
        return wantedSince;
    }

    void wanted(OptionalLong since) {
        wantedSince = since;
    }

    int inFlight() {
        return inFlight;
    }

    /** How many messages of the shift it has sent. */
    int started() {
        return started;
    }

    void opened(Channel connection) {
        channel = connection;
        connection.writeAndFlush(
                Packets.connect(messages.client(number), messages.user(number), messages.password(number)));
    }

    void answered(int code, long now) {
        Channel open = channel;
        if (code != 0 || open == null) {
            crew.refused(this, code);
        } else {
            admitted = true;
            open.writeAndFlush(Packets.subscribe(messages.receipts(number)));
            crew.admitted(this, now);
        }
    }

    /** The gateway has refused something of a message. */
    void refused(String receipt) {
        crew.receipt(receipt);
    }

    void failed(Throwable cause) {
        crew.fault(cause);
    }

    void closed(Channel connection) {
        if (connection == channel) {
            boolean was = admitted;
            int dropped = inFlight;
            channel = null;
            admitted = false;
            inFlight = 0;
            Arrays.fill(intended, FREE);
            crew.closed(this, was, dropped);
        }
    }

    /** Drops the connection without a word, as a failing network does. */
    void drop() {
        if (channel != null) {
            channel.close();
        }
    }

    void leave() {
        if (channel != null) {
            channel.writeAndFlush(Packets.disconnect());
            channel.close();
        }
    }

    void ping() {
        if (admitted && channel != null) {
            channel.writeAndFlush(Packets.ping());
        }
    }

    /** Begins a shift with so many messages to send at once. */
    void begin(int first) {
        if (topic == UNKNOWN) {
            topic = messages.topic(number).getBytes(StandardCharsets.UTF_8);
            intended = new long[Integer.highestOneBit(Math.max(1, window - 1)) * 2];
            Arrays.fill(intended, FREE);
        }
        due = first;
        started = 0;
    }

    /** One more message is due. */
    void oneMore() {
        due++;
    }

    /** Sends nothing more in this shift; gives how many messages were due and were never sent. */
    int stop() {
        int missing = due - started;
        due = started;
        return missing;
    }

    /** Sends what is due, as far as window and socket allow. */
    void fill(long now) {
        Channel open = channel;
        while (admitted && open != null && ready() && open.isWritable()) {
            byte[] payload = messages.payload(number, messagesSent);
            int size = Packets.publishSize(topic, payload.length);
            int count = Math.min(due - started, window - inFlight);
            ByteBuf out = open.alloc().directBuffer(Math.min(LARGEST_WRITE + size, count * size));
            publish(out, payload, now);
            while (ready() && out.readableBytes() < LARGEST_WRITE) {
                publish(out, messages.payload(number, messagesSent), now);
            }
            open.writeAndFlush(out, open.voidPromise());
        }
    }

    private boolean ready() {
        return started < due && inFlight < window && intended[nextId() & intended.length - 1] == FREE;
    }

    private int nextId() {
        return packetId % LAST_PACKET_ID + 1;
    }

    private void publish(ByteBuf out, byte[] payload, long now) {
        packetId = nextId();
        Packets.publish(out, topic, packetId, payload);
        intended[packetId & intended.length - 1] = crew.sent(this, now);
        messagesSent++;
        started++;
        inFlight++;
    }

    void acknowledged(int id, long now) {
        int slot = id & intended.length - 1;
        if (intended.length > 0 && intended[slot] != FREE) {
            long at = intended[slot];
            intended[slot] = FREE;
            inFlight--;
            crew.acknowledged(at, now);
        }
    }

    /** Tells when each message in flight was to be sent. */
    void tellInFlight(LongConsumer told) {
        for (long at : intended) {
            if (at != FREE) {
                told.accept(at);
            }
        }
    }
}
