package io.kilowatch.deploy.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.kilowatch.platform.security.PasswordHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One enterprise for each key product, with the readings of September 2026, from files beside the tests. */
final class Products {
    static final String PASSWORD = "correct horse";

    private static final LocalDate FIRST = LocalDate.parse("2026-09-01");
    private static final Pattern CODE = Pattern.compile("code: ([0-9A-Z]{18})");

    private Products() {}

    /** The names of the documents. */
    static List<String> names() {
        return rows().map(row -> row.get(0)).distinct().toList();
    }

    /** A registry document, its device's password set. */
    static String document(String name) {
        return text(name + ".yaml")
                .replace("HASH", PasswordHash.of(PASSWORD, 1_000).text());
    }

    /** The credit code of a document. */
    static String code(String document) {
        Matcher code = CODE.matcher(document);
        if (!code.find()) {
            throw new IllegalArgumentException("no code in " + document);
        }
        return code.group(1);
    }

    /** A batch of readings for each meter of a document, a reading a day. */
    static List<String> batches(String name) {
        Map<String, StringBuilder> byMeter = new LinkedHashMap<>();
        rows().filter(row -> row.get(0).equals(name)).forEach(row -> {
            StringBuilder readings = byMeter.computeIfAbsent(row.get(1), meter -> new StringBuilder());
            for (int day = Integer.parseInt(row.get(2)); day <= Integer.parseInt(row.get(3)); day++) {
                readings.append(readings.isEmpty() ? "" : ",")
                        .append("{\"meter\":\"%s\",\"at\":\"%sT00:00:00+08:00\",\"amount\":\"%s\"}"
                                .formatted(row.get(1), FIRST.withDayOfMonth(day), row.get(4)));
            }
        });
        List<String> batches = new ArrayList<>();
        byMeter.forEach(
                (meter, readings) -> batches.add("{\"batch\":\"" + meter + "\",\"readings\":[" + readings + "]}"));
        return batches;
    }

    private static Stream<List<String>> rows() {
        return text("readings.csv").lines().skip(1).map(line -> List.of(line.split(",", -1)));
    }

    private static String text(String file) {
        try (InputStream in = requireNonNull(Products.class.getResourceAsStream("products/" + file), file)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
