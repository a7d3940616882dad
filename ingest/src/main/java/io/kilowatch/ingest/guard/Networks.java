package io.kilowatch.ingest.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A set of networks of addresses.
 *
 * @param networks each of them
 */
public record Networks(List<Network> networks) {
    /** No network. */
    public static final Networks NONE = new Networks(List.of());

    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** Copies its list. */
    public Networks {
        networks = List.copyOf(networks);
    }

    /**
     * One network.
     *
     * @param address its first address
     * @param prefix how many of its bits are the network's
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Network(byte[] address, int prefix) {
        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            int whole = prefix / 8;
            int mask = 0xFF00 >> prefix % 8;
            return Arrays.equals(address, 0, whole, other, 0, whole)
                    && (prefix % 8 == 0 || ((address[whole] ^ other[whole]) & mask & 0xFF) == 0);
        }
    }

    /** Addresses and networks such as {@code 127.0.0.0/8,::1}; {@code none} is no network. */
    public static Networks parse(String text) {
        return new Networks(Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty() && !part.equals("none"))
                .map(Networks::network)
                .toList());
    }

    private static Network network(String text) {
        int slash = text.indexOf('/');
        String literal = slash < 0 ? text : text.substring(0, slash);
        if (!LITERAL.matcher(literal).matches()) {
            throw new IllegalArgumentException("give addresses or networks such as 10.1.0.0/16, or none");
        }
        try {
            byte[] address = InetAddress.getByName(literal).getAddress();
            int prefix = slash < 0 ? address.length * 8 : Integer.parseInt(text.substring(slash + 1));
            if (prefix < 0 || prefix > address.length * 8) {
                throw new IllegalArgumentException("give at most " + address.length * 8 + " bits after " + literal);
            }
            return new Network(address, prefix);
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException("give addresses or networks such as 10.1.0.0/16, or none", e);
        }
    }

    /** The address that a text is, without asking anybody; empty if it is none. */
    public static Optional<InetAddress> literal(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Whether an address lies in one of them. */
    public boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        return networks.stream().anyMatch(network -> network.contains(bytes));
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return networks.isEmpty();
    }
}
