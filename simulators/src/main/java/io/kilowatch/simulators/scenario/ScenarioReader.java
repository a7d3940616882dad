package io.kilowatch.simulators.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kilowatch.platform.config.InvalidSettings;
import io.kilowatch.simulators.province.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads a scenario from YAML and tells all that is wrong with it at once. */
public final class ScenarioReader {
    private static final int MOST_DAYS = 3_700;
    private static final int QUARTERS_PER_DAY = 96;
    private static final String MAX = "max";

    private ScenarioReader() {}

    /**
     * The scenario of a text.
     *
     * @param origin the file it comes from, for messages
     * @throws InvalidSettings naming every fault by its path, with the mend
     */
    public static Scenario read(String origin, String text) {
        List<String> faults = new ArrayList<>();
        Scenario scenario = read(tree(origin, text), text, faults);
        if (!faults.isEmpty()) {
            throw new InvalidSettings(
                    faults.stream().map(fault -> origin + ": " + fault).toList());
        }
        return scenario;
    }

    private static JsonNode tree(String origin, String text) {
        try {
            return new YAMLMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new InvalidSettings(List.of(origin + ": line "
                    + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()) + ": is no YAML: "
                    + e.getOriginalMessage()));
        }
    }

    private static Scenario read(JsonNode tree, String text, List<String> faults) {
        Leaf root = new Leaf("", tree, faults);
        String name = root.needed("scenario", "its name, one word in small letters such as three-day-outage")
                .filter(word -> {
                    boolean good = word.matches("[a-z0-9][a-z0-9.-]*");
                    if (!good) {
                        root.fault("scenario", "\"" + word + "\" is no name; give small letters, digits, - and .");
                    }
                    return good;
                })
                .orElse("?");
        Leaf title = root.member("title");
        Name named = new Name(title.text("zh").orElse(name), title.text("en").orElse(name));
        title.close();
        int days = root.whole("days", 0, 1, MOST_DAYS);
        Optional<Long> upload = root.quarters("upload");
        if (upload.filter(slots -> slots > QUARTERS_PER_DAY).isPresent()) {
            root.fault("upload", "is more than a day; give at most P1D");
        }
        PartReader parts = new PartReader();
        root.list("enterprises").forEach(parts::read);
        if (parts.parts().isEmpty() && !parts.province() && faults.isEmpty()) {
            root.fault("enterprises", "is missing or empty; name at least one works");
        }
        StepReader steps = new StepReader(parts.ids(), days == 0 ? Long.MAX_VALUE : (long) days * QUARTERS_PER_DAY);
        root.list("timeline").forEach(steps::read);
        Scenario scenario = new Scenario(
                name,
                named,
                root.whole("seed", 42, 0, Integer.MAX_VALUE),
                root.date("start"),
                root.whole("monthsBack", 3, 0, 36),
                days == 0 ? OptionalInt.empty() : OptionalInt.of(days),
                speed(root),
                upload.orElse(1L).intValue(),
                parts.province(),
                parts.parts(),
                steps.steps(),
                text);
        root.close();
        return scenario;
    }

    private static OptionalLong speed(Leaf root) {
        return root.read("clock", ScenarioReader::speed, "max, or how many times faster than real time, 1 to 10000")
                .orElse(OptionalLong.empty());
    }

    /** The speed that a text means: {@code max} is as fast as acknowledged; nothing where it is not allowed. */
    public static Optional<OptionalLong> speed(String text) {
        if (text.equals(MAX)) {
            return Optional.of(OptionalLong.empty());
        }
        return text.matches("[1-9]\\d{0,3}|10000")
                ? Optional.of(OptionalLong.of(Long.parseLong(text)))
                : Optional.empty();
    }
}
