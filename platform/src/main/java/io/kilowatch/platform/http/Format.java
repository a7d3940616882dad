package io.kilowatch.platform.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A form that an answer can have. */
public enum Format {
    JSON("application/json"),
    CSV("text/csv"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    HTML("text/html"),
    ZIP("application/zip");

    private final String type;
    private final String word = name().toLowerCase(Locale.ROOT);

    Format(String type) {
        this.type = type;
    }

    /** Its media type, without parameters. */
    public String type() {
        return type;
    }

    /** The word for {@code ?format=}, which is a file's suffix too. */
    public String word() {
        return word;
    }

    /** The one of a word. */
    public static Optional<Format> parse(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
