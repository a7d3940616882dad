package io.kilowatch.simulators.province;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;

/** The limits that the province is meant to keep or break: level 2 and 3. */
final class Limits {
    private static final Map<String, String[]> LEVELS = Map.ofEntries(
            Map.entry("aluminium.liquid-ac", new String[] {"13000", "13350"}),
            Map.entry("aluminium.ingot-comprehensive-ac", new String[] {"13400", "13750"}),
            Map.entry("aluminium.liquid-comprehensive-ac", new String[] {"13350", "13700"}),
            Map.entry("cement.clinker.energy", new String[] {"107", "117"}),
            Map.entry("cement.energy", new String[] {"87", "94"}),
            Map.entry("ferrosilicon.smelting-electricity", new String[] {"8300", "8400"}),
            Map.entry("ferrosilicon.energy", new String[] {"1770", "1850"}),
            Map.entry("silicomanganese.smelting-electricity", new String[] {"4000", "4250"}),
            Map.entry("calcium-carbide.energy", new String[] {"823", "940"}),
            Map.entry("calcium-carbide.furnace-electricity", new String[] {"3080", "3200"}),
            Map.entry("data-centre.pue.ningxia-new-large", new String[] {"1.2", "1.2"}),
            Map.entry("data-centre.pue.ningxia-hub", new String[] {"1.2", ""}),
            Map.entry("data-centre.pue.gb40879", new String[] {"1.30", "1.50"}));

    private Limits() {}

    /** The limit of a quota for an account of a document, corrected by what they say. */
    static BigDecimal of(String quota, JsonNode document, JsonNode account) {
        if (quota.equals("commitment")) {
            return new BigDecimal(document.at("/dataCentre/commitment/pue").asText());
        }
        boolean newPlant = document.at("/enterprise/plant").asText().equals("new");
        BigDecimal limit = new BigDecimal(requireNonNull(LEVELS.get(quota))[newPlant ? 0 : 1]);
        limit = switch (quota) {
            case "ferrosilicon.smelting-electricity" -> limit.subtract(beyond(account, "ore_grade", "98", "40"));
            case "silicomanganese.smelting-electricity" -> limit.subtract(beyond(account, "ore_grade", "36", "100"));
            case "cement.energy" -> limit.add(beyond(account, "clinker_ratio", "75", "1.20"));
            default -> limit;
        };
        return quota.startsWith("cement.") ? limit.multiply(thinAir(document.at("/sites/0"))) : limit;
    }

    /** An input of an account. */
    static BigDecimal input(JsonNode account, String id) {
        for (JsonNode input : account.path("inputs")) {
            if (input.path("input").asText().equals(id)) {
                return new BigDecimal(input.path("value").asText());
            }
        }
        throw new AssertionError(account.path("id").asText() + " lacks " + id);
    }

    private static BigDecimal beyond(JsonNode account, String input, String base, String perPoint) {
        return input(account, input).subtract(new BigDecimal(base)).multiply(new BigDecimal(perPoint));
    }

    private static BigDecimal thinAir(JsonNode site) {
        if (site.path("altitude").asInt() <= 1500) {
            return BigDecimal.ONE;
        }
        BigDecimal part =
                new BigDecimal(site.path("pressure").asText()).divide(new BigDecimal("101325"), MathContext.DECIMAL64);
        return new BigDecimal("1.179").subtract(new BigDecimal("0.211").multiply(part));
    }
}
