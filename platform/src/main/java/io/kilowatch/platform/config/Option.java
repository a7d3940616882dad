package io.kilowatch.platform.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * An option of the program: its name, type, default and range, declared once.
 *
 * <p>The command-line flag is {@code --name}; the environment variable follows from the name ({@code mqtt-port} is read
 * from {@code KILOWATCH_MQTT_PORT}). The parser throws {@link IllegalArgumentException} with a sentence that says what
 * is allowed; {@link Settings} adds the option's name and where the value came from.
 *
 * @param name kebab-case name without dashes
 * @param type what a value looks like, for help and the reference page, such as {@code PORT}
 * @param defaultText the default as it would be typed; empty for an option that may stay unset
 * @param text one sentence of help
 * @param parser from text to value
 * @param secret whether its value must never be printed
 */
public record Option<T>(
        String name,
        String type,
        Optional<String> defaultText,
        String text,
        Function<String, T> parser,
        boolean secret) {

    /** The environment variable that sets this option. */
    public String variable() {
        return "KILOWATCH_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** The flag that sets this option. */
    public String flag() {
        return "--" + name;
    }

    /** Whether the option takes no value on the command line. */
    public boolean isFlag() {
        return type.equals("true|false");
    }

    /** The same option, its value kept out of logs and help. */
    public Option<T> asSecret() {
        return new Option<>(name, type, defaultText, text, parser, true);
    }

    /** The same option with another default. */
    public Option<T> withDefault(String other) {
        return new Option<>(name, type, Optional.of(other), text, parser, secret);
    }

    /** A free text option; an empty default means unset. */
    public static Option<String> text(String name, String type, String defaultText, String text) {
        return of(name, type, defaultText, text, Function.identity());
    }

    /** A TCP port, 0 to 65535, where 0 takes any free port. */
    public static Option<Integer> port(String name, int defaultPort, String text) {
        return integer(name, "PORT", defaultPort, 0, 65_535, text);
    }

    /** A whole number within a closed range. */
    public static Option<Integer> integer(String name, String type, int value, int least, int most, String text) {
        return of(name, type, Integer.toString(value), text, given -> {
            int number;
            try {
                number = Integer.parseInt(given.strip());
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("give a whole number from " + least + " to " + most, e);
            }
            if (number < least || number > most) {
                throw new IllegalArgumentException("give a whole number from " + least + " to " + most);
            }
            return number;
        });
    }

    /** A switch: present on the command line, or {@code true} or {@code false} in the environment. */
    public static Option<Boolean> flag(String name, String text) {
        return of(name, "true|false", "false", text, given -> switch (given.strip()
                .toLowerCase(Locale.ROOT)) {
            case "true", "" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("give true or false");
        });
    }

    /** A duration in ISO 8601, such as {@code PT15M}; it must be positive. */
    public static Option<Duration> duration(String name, String defaultText, String text) {
        return of(name, "DURATION", defaultText, text, given -> {
            try {
                Duration duration = Duration.parse(given.strip());
                if (duration.isNegative() || duration.isZero()) {
                    throw new IllegalArgumentException("give a positive duration such as PT15M");
                }
                return duration;
            } catch (java.time.format.DateTimeParseException e) {
                throw new IllegalArgumentException("give an ISO 8601 duration such as PT15M", e);
            }
        });
    }

    /** A file or folder. */
    public static Option<Path> path(String name, String type, String defaultText, String text) {
        return of(name, type, defaultText, text, Path::of);
    }

    /** A URI with a scheme. */
    public static Option<URI> uri(String name, String defaultText, String text) {
        return of(name, "URI", defaultText, text, given -> {
            try {
                URI uri = new URI(given.strip());
                if (uri.getScheme() == null) {
                    throw new IllegalArgumentException("give a URI with a scheme");
                }
                return uri;
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException("give a URI: " + e.getReason(), e);
            }
        });
    }

    /** A choice among words. */
    public static Option<String> choice(String name, List<String> words, String defaultText, String text) {
        return of(name, String.join("|", words), defaultText, text, given -> {
            if (!words.contains(given)) {
                throw new IllegalArgumentException("give one of " + String.join(", ", words));
            }
            return given;
        });
    }

    /** A comma-separated list; an empty text is an empty list. */
    public static <E> Option<List<E>> list(
            String name, String type, String defaultText, String text, Function<String, E> element) {
        return new Option<>(
                name,
                type,
                Optional.of(defaultText),
                text,
                given -> Arrays.stream(given.split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .map(element)
                        .toList(),
                false);
    }

    /** An option of any type; an empty default means unset. */
    public static <T> Option<T> of(
            String name, String type, String defaultText, String text, Function<String, T> parser) {
        Optional<String> preset = defaultText.isEmpty() ? Optional.empty() : Optional.of(defaultText);
        return new Option<>(name, type, preset, text, parser, false);
    }
}
