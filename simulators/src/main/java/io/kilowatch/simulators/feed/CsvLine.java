package io.kilowatch.simulators.feed;

import java.util.ArrayList;
import java.util.List;

/** One line of a CSV file (RFC 4180, but a field never goes on over the line's end), cut into its fields. */
record CsvLine(List<String> fields) {

    CsvLine {
        fields = List.copyOf(fields);
    }

    /** Cuts a line; {@link IllegalArgumentException} says why it cannot be cut. */
    static CsvLine parse(String line, char delimiter) {
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (true) {
            StringBuilder field = new StringBuilder();
            int end = at < line.length() && line.charAt(at) == '"'
                    ? quoted(line, at + 1, field)
                    : plain(line, at, delimiter, field);
            fields.add(field.toString());
            if (end == line.length()) {
                return new CsvLine(fields);
            }
            if (line.charAt(end) != delimiter) {
                throw new IllegalArgumentException("there is text after a closing quote at character " + (end + 1));
            }
            at = end + 1;
        }
    }

    private static int plain(String line, int from, char delimiter, StringBuilder field) {
        int end = line.indexOf(delimiter, from);
        int stop = end < 0 ? line.length() : end;
        field.append(line, from, stop);
        return stop;
    }

    private static int quoted(String line, int from, StringBuilder field) {
        int at = from;
        while (at < line.length()) {
            char one = line.charAt(at);
            if (one != '"') {
                field.append(one);
            } else if (at + 1 < line.length() && line.charAt(at + 1) == '"') {
                field.append('"');
                at++;
            } else {
                return at + 1;
            }
            at++;
        }
        throw new IllegalArgumentException("a quote is not closed");
    }
}
