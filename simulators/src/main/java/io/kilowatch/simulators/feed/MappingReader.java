package io.kilowatch.simulators.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kilowatch.platform.config.InvalidSettings;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a mapping file; every fault is found and named with its path. */
public final class MappingReader {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String[] FORMATS =
            Arrays.stream(FeedFormat.values()).map(FeedFormat::word).toArray(String[]::new);

    private final String name;
    private final MappingFaults faults;

    private MappingReader(String name) {
        this.name = name;
        this.faults = new MappingFaults(name);
    }

    /**
     * The mapping that a text describes.
     *
     * @param name for messages
     * @throws InvalidSettings with every fault
     */
    public static FeedMapping read(String name, String yaml) {
        MappingReader reader = new MappingReader(name);
        try {
            FeedMapping mapping = reader.mapping(YAML.readTree(yaml));
            if (!reader.faults.all().isEmpty()) {
                throw new InvalidSettings(reader.faults.all());
            }
            return mapping;
        } catch (JsonProcessingException e) {
            throw new InvalidSettings(List.of("mapping " + name + " is no YAML: " + e.getOriginalMessage()));
        }
    }

    private FeedMapping mapping(JsonNode root) {
        faults.only(
                root,
                "",
                "format",
                "sheet",
                "header",
                "delimiter",
                "charset",
                "decimalComma",
                "grouping",
                "time",
                "interval",
                "device",
                "tag",
                "value",
                "columns",
                "estimated",
                "blanks");
        Set<String> blanks = new HashSet<>();
        root.path("blanks").forEach(blank -> blanks.add(blank.asText()));
        return new FeedMapping(
                name,
                layout(root),
                time(root.path("time")),
                faults.parsed(
                        root, "", "interval", "", Duration.ofMinutes(15), Duration::parse, "a duration such as PT15M"),
                new NumberStyle(
                        root.path("decimalComma").asBoolean(false),
                        root.path("grouping").asText("")),
                new ColumnsReader(faults).read(root.path("columns")),
                tags(root),
                MappingFaults.text(root, "estimated"),
                blanks,
                device(root.path("device")));
    }

    private Layout layout(JsonNode root) {
        String delimiter = root.path("delimiter").asText(",");
        if (delimiter.length() != 1 || delimiter.equals("\"")) {
            faults.add("delimiter", "give one character, not a quote");
            delimiter = ",";
        }
        int header = root.path("header").asInt(1);
        if (header < 1) {
            faults.add("header", "give the line of the header; the first is 1");
        }
        Optional<FeedFormat> format = root.hasNonNull("format")
                ? Optional.of(FeedFormat.valueOf(
                        faults.word(root, "", "format", FORMATS[0], FORMATS).toUpperCase(Locale.ROOT)))
                : Optional.empty();
        return new Layout(
                format,
                MappingFaults.text(root, "sheet"),
                header,
                faults.parsed(
                        root, "", "charset", "UTF-8", StandardCharsets.UTF_8, Charset::forName, "a known charset"),
                delimiter.charAt(0));
    }

    private TimeColumn time(JsonNode node) {
        String path = "time.";
        faults.only(node, path, "column", "clock", "pattern", "zone", "stamp", "midnight");
        String column = faults.required(node, path, "column", "name the column that holds the time");
        String stamp = faults.word(node, path, "stamp", "start", "start", "end");
        boolean sameDay = faults.word(node, path, "midnight", "next-day", "next-day", "same-day")
                .equals("same-day");
        if (sameDay && !stamp.equals("end")) {
            faults.add("time.midnight", "same-day needs stamp: end, for it is the end of a day's last interval");
        }
        Optional<DateTimeFormatter> pattern = Optional.empty();
        if (node.hasNonNull("pattern")) {
            pattern = Optional.of(faults.parsed(
                    node,
                    path,
                    "pattern",
                    "",
                    DateTimeFormatter.ISO_LOCAL_DATE_TIME,
                    MappingReader::pattern,
                    "a pattern such as d/M/yyyy H:mm"));
        }
        ZoneId zone = faults.parsed(
                node, path, "zone", "Asia/Shanghai", ZoneId.of("Asia/Shanghai"), ZoneId::of, "a zone's name");
        return new TimeColumn(column, MappingFaults.text(node, "clock"), pattern, zone, stamp.equals("end"), sameDay);
    }

    private Optional<FeedMapping.Tags> tags(JsonNode root) {
        if (root.hasNonNull("tag") != root.hasNonNull("value")) {
            faults.add("tag", "give tag and value, the columns of both, or neither");
        }
        return MappingFaults.text(root, "tag")
                .flatMap(tag -> MappingFaults.text(root, "value").map(value -> new FeedMapping.Tags(tag, value)));
    }

    private DeviceRule device(JsonNode node) {
        faults.only(node, "device.", "column", "file", "names");
        Map<String, String> names = new HashMap<>();
        node.path("names").fields().forEachRemaining(one -> {
            String user = one.getValue().asText();
            if (!DeviceRule.isUser(user)) {
                faults.add("device.names." + one.getKey(), "give ENTERPRISE/DEVICE");
            }
            names.put(one.getKey(), user);
        });
        Optional<Pattern> file = node.hasNonNull("file")
                ? Optional.of(faults.parsed(
                        node, "device.", "file", "", Pattern.compile(".*"), Pattern::compile, "a regular expression"))
                : Optional.empty();
        return new DeviceRule(MappingFaults.text(node, "column"), file, names);
    }

    private static DateTimeFormatter pattern(String text) {
        return DateTimeFormatter.ofPattern(text.replace("yyyy", "uuuu"), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
