package io.kilowatch.ingest.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.kilowatch.ingest.Plant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/** An endless row of payloads, the same for the same seed: good ones, good ones spoilt, made-up ones and noise. */
final class HostilePayloads {
    private static final List<String> GOOD = List.of(
            "{\"batch\":\"b-1\",\"sentAt\":\"2026-11-22T10:15:03+08:00\",\"readings\":[{\"meter\":\"EL\","
                    + "\"at\":\"2026-11-22T10:15:00+08:00\",\"register\":\"12.5\"},{\"meter\":\"CRAC\","
                    + "\"at\":\"2026-11-22T10:15:00+08:00\",\"power\":3,\"source\":\"manual\"}]}",
            "{\"deviceId\":\"x\",\"enterpriseCode\":\"" + Plant.CODE
                    + "\",\"data\":[{\"dataCode\":\"00-00-0000-011500-11\","
                    + "\"dataValue\":123.45,\"inputType\":1,\"statType\":1,\"statDate\":\"2026-11-21 00:00:00\","
                    + "\"uploadDate\":\"2026-11-22 01:38:00\",\"scope\":1,\"valid\":true}]}");
    private static final List<String> NAMES = List.of(
            "batch",
            "sentAt",
            "readings",
            "meter",
            "at",
            "register",
            "amount",
            "power",
            "source",
            "data",
            "dataCode",
            "dataValue",
            "inputType",
            "statType",
            "statDate",
            "uploadDate",
            "scope",
            "valid",
            "deviceId",
            "enterpriseCode",
            "",
            "能耗",
            "x".repeat(1_200));
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-0",
            "1.5",
            "1e3",
            "1e999999999",
            "-1e-999999999",
            "0.0000000000001",
            "9".repeat(999),
            "9".repeat(10_000),
            "0." + "1".repeat(5_000),
            "NaN",
            "Infinity",
            "0x1",
            "01",
            "+1",
            ".5",
            "\"EL\"",
            "\"HV\"",
            "\"CRAC\"",
            "\"OTHER\"",
            "\"00-00-0000-011500-11\"",
            "\"0000000002330011\"",
            "\"2026-11-22T10:15:00+08:00\"",
            "\"2026-11-21 00:00:00\"",
            "\"2026-02-30 24:61:61\"",
            "\"+999999999-01-01T00:00Z\"",
            "\"" + Plant.CODE + "\"",
            "\"\\ud800\"",
            "\"\\udc00x\\ud800\"",
            "\"\\u0000\"",
            "\"\uD83D\uDE00\"",
            "\"１２\"",
            "\"" + "能".repeat(70) + "\"",
            "\"" + "x".repeat(63) + "\uD83D\uDE00\"",
            "\"\u202E\"",
            "\"\\",
            "\"",
            "[",
            "{");
    private static final List<String> TOKENS = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "\\",
            "\\u00",
            "//",
            "/**/",
            "\uFEFF",
            "\u0000",
            "[".repeat(40),
            " ".repeat(300));
    private static final int MOST_DEPTH = 20;

    private final Random random;
    private final byte[] bomb;
    private final byte[] members;

    /**
     * A row.
     *
     * @param mostBytes the most that is taken; some become more when they are inflated
     */
    HostilePayloads(long seed, int mostBytes) {
        this.random = new Random(seed);
        this.bomb = gzip(new byte[10 * mostBytes]);
        this.members = emptyMembers(mostBytes);
    }

    byte[] next() {
        byte[] plain = switch (random.nextInt(8)) {
            case 0 -> noise(random.nextInt(200));
            case 1, 2 -> bytes(value(0));
            case 3 -> bytes(batchOf(() -> member(2)));
            default -> bytes(spoilt(any(GOOD)));
        };
        return random.nextInt(5) == 0 ? compressed(plain) : plain;
    }

    private byte[] bytes(String text) {
        Charset charset = switch (random.nextInt(40)) {
            case 0 -> ISO_8859_1;
            case 1 -> UTF_16;
            case 2 -> Charset.forName("GBK");
            default -> UTF_8;
        };
        byte[] bytes = text.getBytes(charset);
        for (int flips = random.nextInt(12) == 0 ? 1 + random.nextInt(3) : 0; flips > 0 && bytes.length > 0; flips--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private String spoilt(String text) {
        String spoilt = text;
        for (int changes = random.nextInt(5); changes > 0; changes--) {
            int from = random.nextInt(spoilt.length() + 1);
            int to = Math.min(spoilt.length(), from + random.nextInt(9));
            spoilt = spoilt.substring(0, from)
                    + switch (random.nextInt(5)) {
                        case 0 -> any(TOKENS);
                        case 1 -> any(VALUES);
                        case 2 -> '"' + any(NAMES) + "\":";
                        case 3 -> String.valueOf((char) random.nextInt(0x3000));
                        default -> "";
                    }
                    + spoilt.substring(random.nextBoolean() ? to : from);
        }
        return spoilt;
    }

    private String batchOf(Supplier<String> members) {
        StringBuilder records = new StringBuilder();
        for (int many = random.nextInt(60); many > 0; many--) {
            records.append('{');
            for (int fields = random.nextInt(9); fields > 0; fields--) {
                records.append(members.get()).append(fields > 1 ? "," : "");
            }
            records.append(many > 1 ? "}," : "}");
        }
        return "{\"" + (random.nextBoolean() ? "readings" : "data") + "\":[" + records + "]," + members.get() + '}';
    }

    private String member(int depth) {
        return '"' + any(NAMES) + "\":" + value(depth);
    }

    private String value(int depth) {
        int shape = depth >= MOST_DEPTH ? 5 : random.nextInt(6);
        if (shape > 1) {
            return any(VALUES);
        }
        StringBuilder text = new StringBuilder(shape == 0 ? "{" : "[");
        for (int many = random.nextInt(4); many > 0; many--) {
            text.append(shape == 0 ? member(depth + 1) : value(depth + 1)).append(many > 1 ? "," : "");
        }
        return text.append(shape == 0 ? '}' : ']').toString();
    }

    /** Sound, in several members, beyond the limit, nested, damaged, cut short. */
    private byte[] compressed(byte[] plain) {
        byte[] packed = switch (random.nextInt(8)) {
            case 0 -> bomb.clone();
            case 1 -> joined(gzip(plain), gzip(new byte[0]));
            case 2 -> joined(gzip(new byte[0]), gzip(plain));
            case 3 -> gzip(gzip(plain));
            case 4 -> joined(gzip(plain), noise(1 + random.nextInt(30)));
            case 5 -> random.nextInt(20) == 0 ? members.clone() : gzip(plain);
            default -> gzip(plain);
        };
        if (random.nextInt(3) == 0) {
            packed[random.nextInt(packed.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(packed, random.nextInt(packed.length)) : packed;
    }

    /** A member that holds nothing, as often as there is room. */
    static byte[] emptyMembers(int mostBytes) {
        byte[] member = gzip(new byte[0]);
        byte[] all = new byte[mostBytes / member.length * member.length];
        for (int at = 0; at < all.length; at += member.length) {
            System.arraycopy(member, 0, all, at, member.length);
        }
        return all;
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private String any(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
