package io.kilowatch.registry.topics;

/**
 * The way that a batch came in.
 *
 * @param connection the gateway's own id of the connection; empty if it is not known
 * @param protocol {@code mqtt-3.1}, {@code mqtt-3.1.1}, {@code mqtt-5}, {@code https}, {@code bridge} or {@code redrive};
 *     empty if it is not known
 */
public record Channel(String connection, String protocol) {
    /** Of a batch that says nothing of it. */
    public static final Channel UNKNOWN = new Channel("", "");
}
