package io.kilowatch.ingest.guard;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/**
 * Where connections come from: an IPv4 address, or an IPv6 network of 64 bits, since whoever has one address of such a
 * network has all of them.
 *
 * @param text such as {@code 192.0.2.7} or {@code 20010db800010002/64}
 */
public record Source(String text) {
    private static final int NETWORK_BYTES = 8;

    /** The source of an address. */
    public static Source of(InetAddress address) {
        return address instanceof Inet6Address
                ? new Source(HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES) + "/64")
                : new Source(address.getHostAddress());
    }

    @Override
    public String toString() {
        return text;
    }
}
