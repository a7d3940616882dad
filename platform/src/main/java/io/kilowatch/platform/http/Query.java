package io.kilowatch.platform.http;

import io.vertx.core.MultiMap;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a request asks for, copied so that any thread may read it. Every reader throws a {@link Refusal} that says what is
 * allowed.
 *
 * @param path the parameters in the path
 * @param values the query parameters that are not blank, the first of each name
 * @param accepted the media types of the Accept header, dearest first
 * @param base where the server was asked, such as {@code http://localhost:8082}
 */
public record Query(Map<String, String> path, Map<String, String> values, List<String> accepted, String base) {
    private static final int LONGEST = 512;

    /** Copies its collections. */
    public Query {
        path = Map.copyOf(path);
        values = Map.copyOf(values);
        accepted = List.copyOf(accepted);
    }

    /** That of a request. */
    public static Query of(RoutingContext context) {
        Map<String, String> values = new HashMap<>();
        MultiMap parameters = context.queryParams();
        for (String name : parameters.names()) {
            String value = parameters.get(name);
            if (value != null && !value.isBlank()) {
                values.put(name, printable(name, value.strip()));
            }
        }
        List<String> accepted = context.parsedHeaders().accept().stream()
                .sorted(Comparator.comparing(MIMEHeader::weight).reversed())
                .map(header -> header.component() + '/' + header.subComponent())
                .toList();
        HostAndPort authority = context.request().authority();
        String base = authority == null ? "" : context.request().scheme() + "://" + authority;
        return new Query(context.pathParams(), values, accepted, base);
    }

    private static String printable(String name, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.badRequest(name + " 含有控制字符", name + " contains control characters");
        }
        if (value.length() > LONGEST) {
            throw Refusal.badRequest(
                    name + " 超过 " + LONGEST + " 个字符", name + " is longer than " + LONGEST + " characters");
        }
        return value;
    }

    /** A parameter in the path. */
    public String inPath(String name) {
        return path.getOrDefault(name, "");
    }

    /** A text. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A day. */
    public Optional<LocalDate> date(String name) {
        return parsed(name, Query::day, "如 2026-08-01 的日期", "a date such as 2026-08-01");
    }

    private static LocalDate day(String text) {
        LocalDate date = LocalDate.parse(text);
        if (date.getYear() < 1970 || date.getYear() > 9999) {
            throw new IllegalArgumentException("out of range");
        }
        return date;
    }

    /** A year. */
    public Optional<Integer> year(String name) {
        return parsed(name, text -> day(text + "-01-01").getYear(), "如 2026 的年份", "a year such as 2026");
    }

    /** How many are wanted at most. */
    public int limit(int preset, int most) {
        String zh = "1 至 " + most + " 的整数";
        String en = "a whole number from 1 to " + most;
        Optional<Integer> limit = parsed("limit", Integer::valueOf, zh, en);
        limit.filter(given -> given < 1 || given > most).ifPresent(given -> {
            throw refused("limit", given.toString(), zh, en);
        });
        return limit.orElse(preset);
    }

    /** Words separated by commas. */
    public <T> List<T> words(String name, Function<String, T> parser, String zh, String en) {
        return parsed(
                        name,
                        text -> Arrays.stream(text.split(","))
                                .map(String::strip)
                                .map(parser)
                                .toList(),
                        zh,
                        en)
                .orElse(List.of());
    }

    /** Where the last page ended: as many texts as wanted. */
    public Optional<Cursor> cursor(int parts) {
        return text("cursor").map(text -> Cursor.parse(text, parts));
    }

    /** The form wanted, of those that there are: by {@code ?format=}, else by the Accept header, else the first. */
    public Format format(Format preset, Format... others) {
        Set<Format> all = java.util.EnumSet.of(preset, others);
        String words = all.stream().map(Format::word).collect(Collectors.joining(", "));
        Optional<Format> named = parsed(
                "format",
                word -> Format.parse(word).filter(all::contains).orElseThrow(IllegalArgumentException::new),
                words + " 之一",
                "one of " + words);
        return named.orElseGet(() -> accepted.stream()
                .flatMap(type -> type.equals("*/*")
                        ? java.util.stream.Stream.of(preset)
                        : all.stream().filter(one -> one.type().equals(type)))
                .findFirst()
                .orElse(preset));
    }

    /** Anything with a parser that throws for what is not allowed. */
    public <T> Optional<T> parsed(String name, Function<String, T> parser, String zh, String en) {
        return text(name).map(text -> {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw refused(name, text, zh, en);
            }
        });
    }

    private static Refusal refused(String name, String text, String zh, String en) {
        return Refusal.badRequest(name + " 为 \"" + text + "\"，请给出 " + zh, name + " is \"" + text + "\": give " + en);
    }
}
