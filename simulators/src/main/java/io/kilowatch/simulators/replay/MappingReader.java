package io.kilowatch.simulators.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kilowatch.platform.config.InvalidSettings;
import io.kilowatch.simulators.device.ReadingKind;
import io.kilowatch.simulators.device.ReadingSource;
import io.kilowatch.simulators.replay.FeedMapping.ColumnMapping;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads a mapping file; every fault is found and named with its path. */
final class MappingReader {
    private static final YAMLMapper YAML = new YAMLMapper();

    private final String name;
    private final List<String> faults = new ArrayList<>();

    private MappingReader(String name) {
        this.name = name;
    }

    /**
     * The mapping that a text describes.
     *
     * @throws InvalidSettings with every fault
     */
    static FeedMapping read(String name, String yaml) {
        MappingReader reader = new MappingReader(name);
        try {
            JsonNode root = YAML.readTree(yaml);
            FeedMapping mapping = reader.mapping(root);
            if (!reader.faults.isEmpty()) {
                throw new InvalidSettings(reader.faults);
            }
            return mapping;
        } catch (JsonProcessingException e) {
            throw new InvalidSettings(List.of("mapping " + name + " is no YAML: " + e.getOriginalMessage()));
        }
    }

    private FeedMapping mapping(JsonNode root) {
        only(root, "", "delimiter", "charset", "decimalComma", "time", "interval", "columns", "estimated", "blanks");
        String delimiter = root.path("delimiter").asText(",");
        if (delimiter.length() != 1 || delimiter.equals("\"")) {
            fault("delimiter", "give one character, not a quote");
            delimiter = ",";
        }
        Set<String> blanks = new HashSet<>();
        root.path("blanks").forEach(blank -> blanks.add(blank.asText()));
        return new FeedMapping(
                name,
                parsed(root, "charset", "UTF-8", StandardCharsets.UTF_8, Charset::forName, "a known charset"),
                delimiter.charAt(0),
                root.path("decimalComma").asBoolean(false),
                time(root.path("time")),
                parsed(root, "interval", "", Duration.ofMinutes(15), Duration::parse, "a duration such as PT15M"),
                columns(root.path("columns")),
                Optional.of(root.path("estimated").asText("")).filter(text -> !text.isEmpty()),
                blanks);
    }

    private TimeColumn time(JsonNode node) {
        only(node, "time.", "column", "pattern", "zone", "stamp", "midnight");
        String column = node.path("column").asText("");
        if (column.isEmpty()) {
            fault("time.column", "name the column that holds the time");
        }
        String stamp = word(node, "stamp", "start", "start", "end");
        boolean sameDay =
                word(node, "midnight", "next-day", "next-day", "same-day").equals("same-day");
        if (sameDay && !stamp.equals("end")) {
            fault("time.midnight", "same-day needs stamp: end, for it is the end of a day's last interval");
        }
        Optional<DateTimeFormatter> pattern = Optional.empty();
        if (node.hasNonNull("pattern")) {
            pattern = Optional.of(parsed(
                    node,
                    "pattern",
                    "",
                    DateTimeFormatter.ISO_LOCAL_DATE_TIME,
                    MappingReader::pattern,
                    "a pattern such as d/M/yyyy H:mm"));
        }
        ZoneId zone = parsed(node, "zone", "Asia/Shanghai", ZoneId.of("Asia/Shanghai"), ZoneId::of, "a zone's name");
        return new TimeColumn(column, pattern, zone, stamp.equals("end"), sameDay);
    }

    private List<ColumnMapping> columns(JsonNode node) {
        List<ColumnMapping> columns = new ArrayList<>();
        for (int place = 0; place < node.size(); place++) {
            JsonNode one = node.get(place);
            String path = "columns[" + place + "].";
            only(one, path, "column", "meter", "kind", "source");
            String meter = one.path("meter").asText("");
            if (!meter.matches("[A-Za-z0-9_-]{1,64}")) {
                fault(path + "meter", "give a meter's id");
            }
            if (!one.hasNonNull("column")) {
                fault(path + "column", "name a column of the feed");
            }
            columns.add(new ColumnMapping(one.path("column").asText(""), meter, kind(one, path), source(one, path)));
        }
        if (columns.isEmpty()) {
            fault("columns", "map at least one column to a meter");
        }
        return columns;
    }

    private ReadingKind kind(JsonNode node, String path) {
        String word = node.path("kind").asText("");
        return Arrays.stream(ReadingKind.values())
                .filter(kind -> kind.member().equals(word))
                .findFirst()
                .orElseGet(() -> {
                    fault(path + "kind", "give register, amount or power");
                    return ReadingKind.AMOUNT;
                });
    }

    private ReadingSource source(JsonNode node, String path) {
        String word = node.path("source").asText("measured");
        return Arrays.stream(ReadingSource.values())
                .filter(source -> source.word().equals(word))
                .findFirst()
                .orElseGet(() -> {
                    fault(path + "source", "give measured, estimated, manual or supplier");
                    return ReadingSource.MEASURED;
                });
    }

    private String word(JsonNode node, String field, String preset, String... allowed) {
        String word = node.path(field).asText(preset);
        if (!List.of(allowed).contains(word)) {
            fault("time." + field, "give " + String.join(" or ", allowed));
            return preset;
        }
        return word;
    }

    private <T> T parsed(
            JsonNode node, String field, String preset, T standIn, Function<String, T> parser, String allowed) {
        try {
            return parser.apply(node.path(field).asText(preset));
        } catch (DateTimeException | IllegalArgumentException e) {
            fault(field, "give " + allowed);
            return standIn;
        }
    }

    private void only(JsonNode node, String path, String... known) {
        node.fieldNames().forEachRemaining(field -> {
            if (!List.of(known).contains(field)) {
                fault(path + field, "is not known here; known are " + String.join(", ", known));
            }
        });
    }

    private void fault(String path, String sentence) {
        faults.add("mapping " + name + ", " + path + ": " + sentence);
    }

    private static DateTimeFormatter pattern(String text) {
        return DateTimeFormatter.ofPattern(text.replace("yyyy", "uuuu"), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
