package io.kilowatch.alerts.http;

import io.kilowatch.domain.PeriodKind;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a request asks for, copied so that any thread may read it. Every reader throws a {@link Refusal} that says what is
 * allowed.
 *
 * @param path the parameters in the path
 * @param values the query parameters that are not blank, the first of each name
 * @param csv whether CSV is wanted instead of JSON
 */
record Query(Map<String, String> path, Map<String, String> values, boolean csv) {
    static Query of(RoutingContext context) {
        Map<String, String> values = new HashMap<>();
        MultiMap parameters = context.queryParams();
        for (String name : parameters.names()) {
            String value = parameters.get(name);
            if (value != null && !value.isBlank()) {
                values.put(name, printable(name, value.strip()));
            }
        }
        String accept = context.request().getHeader("accept");
        return new Query(
                Map.copyOf(context.pathParams()), Map.copyOf(values), accept != null && accept.contains("text/csv"));
    }

    private static String printable(String name, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.badRequest(name + " contains control characters");
        }
        return value;
    }

    /** A parameter in the path. */
    String inPath(String name) {
        return path.getOrDefault(name, "");
    }

    /** A text. */
    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A kind of period, {@code month} unless given. */
    PeriodKind period() {
        return parsed("period", PeriodKind::parse, "day, month or year").orElse(PeriodKind.MONTH);
    }

    /** A day. */
    Optional<LocalDate> date(String name) {
        return parsed(name, Query::date4, "a date such as 2026-08-01");
    }

    private static LocalDate date4(String text) {
        LocalDate date = LocalDate.parse(text);
        if (date.getYear() < 1970 || date.getYear() > 9999) {
            throw new IllegalArgumentException("out of range");
        }
        return date;
    }

    /** How many are wanted at most. */
    int limit(int preset, int most) {
        return parsed("limit", Integer::valueOf, "a whole number from 1 to " + most)
                .map(limit -> {
                    if (limit < 1 || limit > most) {
                        throw Refusal.badRequest("limit is " + limit + ": give a whole number from 1 to " + most);
                    }
                    return limit;
                })
                .orElse(preset);
    }

    /** Words separated by commas. */
    <T> List<T> words(String name, Function<String, T> parser, String allowed) {
        return parsed(
                        name,
                        text -> java.util.Arrays.stream(text.split(","))
                                .map(String::strip)
                                .map(parser)
                                .toList(),
                        allowed)
                .orElse(List.of());
    }

    /** Anything with a parser that throws for what is not allowed. */
    <T> Optional<T> parsed(String name, Function<String, T> parser, String allowed) {
        return text(name).map(text -> {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException | DateTimeParseException e) {
                throw Refusal.badRequest(name + " is \"" + text + "\": give " + allowed);
            }
        });
    }
}
