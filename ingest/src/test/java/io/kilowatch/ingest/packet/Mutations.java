package io.kilowatch.ingest.packet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Packets made from those of the tables of tests: changed, cut, spliced, repeated, or of chance alone; the same for a seed. */
public final class Mutations {
    private static final int LONGEST_NOISE = 64;

    private final Random random;
    private final List<byte[]> packets = new ArrayList<>();

    /** Those of a seed. */
    public Mutations(long seed) {
        this.random = new Random(seed);
        read("packets.csv", 2);
        read("connects.csv", 1);
    }

    private void read(String table, int column) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Mutations.class.getResourceAsStream(table)), StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(",")[column].replace(" ", ""))
                    .map(HexFormat.of()::parseHex)
                    .forEach(packets::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next bytes. */
    public byte[] next() {
        byte[] bytes = one();
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            bytes = changed(bytes);
        }
        return bytes;
    }

    /** A number below a bound. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    private byte[] one() {
        return packets.get(random.nextInt(packets.size())).clone();
    }

    private byte[] changed(byte[] bytes) {
        if (bytes.length == 0) {
            return noise();
        }
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(7)) {
            case 0 -> noise();
            case 1 ->
                new Wire()
                        .raw(part(bytes, 0, at))
                        .raw(part(bytes, at + 1, bytes.length))
                        .bytes();
            case 2 ->
                new Wire()
                        .raw(part(bytes, 0, at))
                        .one(random.nextInt(256))
                        .raw(part(bytes, at, bytes.length))
                        .bytes();
            case 3 -> new Wire().raw(part(bytes, 0, at)).raw(one()).bytes();
            case 4 -> part(bytes, 0, at);
            case 5 -> {
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                yield bytes;
            }
            default -> {
                bytes[at] = (byte) random.nextInt(256);
                yield bytes;
            }
        };
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(LONGEST_NOISE)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] part(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, Math.min(from, bytes.length), Math.min(to, bytes.length));
    }
}
