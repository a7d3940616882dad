package io.kilowatch.registry.topics;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way that a batch came in.
 *
 * <p>One is kept for all batches of a connection, so it keeps its JSON too.
 */
public final class Channel {
    /** Of a batch that says nothing of it. */
    public static final Channel UNKNOWN = new Channel("", "");

    private final String connection;
    private final String protocol;
    private final byte[] json;

    /**
     * A way in.
     *
     * @param connection the gateway's own id of the connection; empty if it is not known
     * @param protocol {@code mqtt-3.1}, {@code mqtt-3.1.1}, {@code mqtt-5}, {@code https}, {@code bridge} or
     *     {@code redrive}; empty if it is not known
     */
    public Channel(String connection, String protocol) {
        this.connection = connection;
        this.protocol = protocol;
        this.json = ReadingBatchJson.members(this);
    }

    /** The gateway's own id of the connection; empty if it is not known. */
    public String connection() {
        return connection;
    }

    /** The protocol's word; empty if it is not known. */
    public String protocol() {
        return protocol;
    }

    /** Its members in the JSON of a batch. */
    byte[] json() {
        return json;
    }

    /** Whether both are the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Channel that && connection.equals(that.connection) && protocol.equals(that.protocol);
    }

    @Override
    public int hashCode() {
        return Objects.hash(connection, protocol);
    }

    @Override
    public String toString() {
        return "Channel[connection=" + connection + ", protocol=" + protocol + "]";
    }
}
