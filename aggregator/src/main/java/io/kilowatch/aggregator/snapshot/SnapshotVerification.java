package io.kilowatch.aggregator.snapshot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.kilowatch.aggregator.evidence.verify.Report;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Checks a snapshot's file by itself: its hash, its form, its order, its counts, and every quotient in it. */
public final class SnapshotVerification {
    private static final int PLACES = 6;

    private final List<String> lines = new ArrayList<>();
    private boolean differs;
    private int enterprises;
    private int figures;
    private String last = "";

    private SnapshotVerification() {}

    /** Checks a file. */
    public static Report of(Path path) {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            return new SnapshotVerification().check(stream);
        } catch (Exception e) {
            return new Report(List.of("无法核验 / cannot be used:", "  " + path + ": " + e.getMessage()), Report.UNUSABLE);
        }
    }

    private Report check(InputStream stream) throws Exception {
        JsonNode head = CanonicalJson.JSON.readTree(line(stream));
        if (!head.path("format").asText().equals(SnapshotFile.FORMAT)) {
            throw new IOException(
                    "is no snapshot (format \"" + head.path("format").asText() + "\")");
        }
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Content canonical = new Content(
                head.required("year").asInt(),
                Scope.parse(head.required("scope").asText()),
                head.required("reference").asText(),
                OutputStream.nullOutputStream());
        try (DigestInputStream hashed = new DigestInputStream(stream, digest);
                JsonParser parser = CanonicalJson.JSON.getFactory().createParser(hashed)) {
            parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            content(parser, canonical);
            hashed.transferTo(OutputStream.nullOutputStream());
        }
        canonical.close();
        String told = head.required("sha256").asText();
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(told)) {
            return new Report(
                    List.of(
                            "无法核验 / cannot be used:",
                            "  内容已被改动：SHA-256 为 " + found + "，首行为 " + told,
                            "  the content was changed: its SHA-256 is " + found + ", the head says " + told),
                    Report.UNUSABLE);
        }
        agrees("SHA-256 " + told, "与首行相符", "is that of the head");
        same("year, scope, reference and form", found, canonical.sha256());
        same("enterprises", head.path("enterprises").asText(), Integer.toString(enterprises));
        same("figures", head.path("figures").asText(), Integer.toString(figures));
        lines.add("时间、姓名和备注不在散列之内 / time, name and note are not covered by the hash");
        return new Report(lines, differs ? Report.DIFFERS : Report.AGREES);
    }

    private static byte[] line(InputStream stream) throws IOException {
        byte[] line = new byte[SnapshotFile.LONGEST_HEAD];
        for (int length = 0; length < line.length; length++) {
            int next = stream.read();
            if (next < 0 || next == '\n') {
                return Arrays.copyOf(line, length);
            }
            line[length] = (byte) next;
        }
        throw new IOException("its first line is too long");
    }

    /** Only what canonical JSON is made of again is counted; anything else gives another hash. */
    private void content(JsonParser parser, Content canonical) throws IOException {
        while (parser.nextToken() != null) {
            if (parser.currentToken() == JsonToken.START_ARRAY && "enterprises".equals(parser.currentName())) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    JsonNode enterprise = CanonicalJson.JSON.readTree(parser);
                    canonical.add(CanonicalJson.bytes(enterprise));
                    enterprise(enterprise);
                }
            }
        }
    }

    private void enterprise(JsonNode enterprise) {
        enterprises++;
        String code = enterprise.path("code").asText();
        if (code.compareTo(last) <= 0) {
            differs(code, "未按顺序排列", "is out of order");
        }
        last = code;
        for (JsonNode figure : enterprise.path("figures")) {
            figures++;
            if (!quotient(figure)) {
                differs(
                        code + " " + FigureKey.of(figure),
                        "数值不等于分子除以分母",
                        "its value is not its numerator over its denominator");
            }
        }
    }

    private static boolean quotient(JsonNode figure) {
        if (!figure.hasNonNull("value") || !figure.hasNonNull("numerator")) {
            return true;
        }
        BigDecimal denominator = figure.hasNonNull("denominator")
                ? new BigDecimal(figure.get("denominator").asText())
                : BigDecimal.ONE;
        return denominator.signum() > 0
                && new BigDecimal(figure.get("numerator").asText())
                                .divide(denominator, PLACES, RoundingMode.HALF_EVEN)
                                .compareTo(new BigDecimal(figure.get("value").asText()))
                        == 0;
    }

    private void same(String what, String told, String found) {
        if (told.equals(found)) {
            agrees(what, found, found);
        } else {
            differs(what, "首行为 " + told + "，内容为 " + found, "the head says " + told + ", the content " + found);
        }
    }

    private void agrees(String what, String zh, String en) {
        lines.add("一致 agrees   " + what + "  " + zh + " / " + en);
    }

    private void differs(String what, String zh, String en) {
        differs = true;
        lines.add("不符 differs  " + what + "  " + zh + " / " + en);
    }
}
