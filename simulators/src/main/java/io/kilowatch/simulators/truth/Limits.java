package io.kilowatch.simulators.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The limits that simulated works are judged by, entered here once more: level 2 for new plants, level 3 for existing. */
final class Limits {
    private static final int PLACES = 6;
    private static final int ALTITUDE = 1500;

    /** An edition: the level 2 and 3 figures, empty where there is none. */
    private record Edition(LocalDate from, String access, String limit) {}

    private static final Map<String, List<Edition>> EDITIONS = Map.ofEntries(
            one("aluminium.liquid-ac", "2024-01-01", "13000", "13350"),
            one("aluminium.liquid-comprehensive-ac", "2024-01-01", "13350", "13700"),
            one("aluminium.ingot-comprehensive-ac", "2024-01-01", "13400", "13750"),
            one("cement.clinker.energy", "2022-11-01", "107", "117"),
            one("cement.energy", "2022-11-01", "87", "94"),
            one("ferrosilicon.smelting-electricity", "2024-01-01", "8300", "8400"),
            one("ferrosilicon.energy", "2024-01-01", "1770", "1850"),
            one("silicomanganese.smelting-electricity", "2024-01-01", "4000", "4250"),
            one("silicomanganese.energy", "2024-01-01", "860", "950"),
            one("calcium-carbide.energy", "2024-12-01", "823", "940"),
            one("calcium-carbide.furnace-electricity", "2024-12-01", "3080", "3200"),
            one("coke.stamp-charged.energy", "2026-05-01", "115", "140"),
            Map.entry(
                    "steel.converter.energy",
                    List.of(
                            new Edition(LocalDate.of(2014, 10, 1), "-25", "-10"),
                            new Edition(LocalDate.of(2026, 7, 1), "-28", "-12"))),
            one("ammonia.pulverised-coal.energy", "2024-12-01", "1350", "1550"),
            one("methanol.bituminous-coal.energy", "2024-12-01", "1400", "1800"),
            one("refining.energy-factor", "2025-05-01", "7.50", "8.50"),
            Map.entry(
                    "polysilicon.rod.energy",
                    List.of(
                            new Edition(LocalDate.of(2024, 1, 1), "8.5", "10.5"),
                            new Edition(LocalDate.of(2027, 1, 1), "5.5", "6.3"))),
            one("data-centre.pue.ningxia-new-large", "2022-12-31", "1.2", "1.2"),
            one("data-centre.pue.ningxia-hub", "2021-12-31", "1.2", ""),
            one("data-centre.pue.gb40879", "2022-11-01", "1.30", "1.50"));

    private final JsonNode document;
    private final JsonNode account;
    private final boolean newPlant;

    Limits(JsonNode document, JsonNode account) {
        this.document = document;
        this.account = account;
        this.newPlant = document.at("/enterprise/plant").asText().equals("new");
    }

    private static Map.Entry<String, List<Edition>> one(String quota, String from, String access, String limit) {
        return Map.entry(quota, List.of(new Edition(LocalDate.parse(from), access, limit)));
    }

    /** The days on which a quota has another edition. */
    SortedSet<LocalDate> changes(String quota) {
        SortedSet<LocalDate> days = new TreeSet<>();
        EDITIONS.getOrDefault(quota, List.of()).forEach(edition -> days.add(edition.from()));
        if (quota.equals("commitment")) {
            days.add(LocalDate.parse(document.at("/dataCentre/commitment/from").asText()));
        }
        return days;
    }

    /** Whether any edition is in force on a day. */
    boolean inForce(String quota, LocalDate day) {
        return changes(quota).stream().anyMatch(from -> !from.isAfter(day));
    }

    /** The limit on a day, corrected; nothing where there is none. */
    Optional<BigDecimal> of(String quota, LocalDate day) {
        if (quota.equals("commitment")) {
            return Optional.of(new BigDecimal(
                            document.at("/dataCentre/commitment/pue").asText()))
                    .filter(pue -> inForce(quota, day));
        }
        if (!EDITIONS.containsKey(quota)) {
            throw new IllegalArgumentException("the truth knows no quota " + quota);
        }
        Optional<String> figure = EDITIONS.getOrDefault(quota, List.of()).stream()
                .filter(edition -> !edition.from().isAfter(day))
                .reduce((former, later) -> later)
                .map(edition -> newPlant ? edition.access() : edition.limit());
        return figure.filter(text -> !text.isEmpty()).map(text -> corrected(quota, new BigDecimal(text), day));
    }

    private BigDecimal corrected(String quota, BigDecimal limit, LocalDate day) {
        BigDecimal corrected = switch (quota) {
            case "ferrosilicon.smelting-electricity" -> limit.subtract(beyond("ore_grade", "98", "40"));
            case "silicomanganese.smelting-electricity" -> limit.subtract(beyond("ore_grade", "36", "100"));
            case "cement.energy" -> limit.add(beyond("clinker_ratio", "75", newPlant ? "1.15" : "1.20"));
            case "coke.stamp-charged.energy" ->
                limit.add(beyond("mixed_gas_ratio", "0", "12.00")).add(beyond("coal_moisture", "10.5", "3.71"));
            case "steel.converter.energy" ->
                day.isBefore(LocalDate.of(2026, 7, 1)) ? limit : limit.add(beyond("scrap_ratio", "0", "0.23"));
            default -> limit;
        };
        if (quota.startsWith("cement.") && !newPlant) {
            corrected = corrected.multiply(thinAir());
        }
        return corrected.scale() > PLACES ? corrected.setScale(PLACES, RoundingMode.HALF_EVEN) : corrected;
    }

    /** An input of the account. */
    BigDecimal input(String id) {
        for (JsonNode input : account.path("inputs")) {
            if (input.path("input").asText().equals(id)) {
                return new BigDecimal(input.path("value").asText());
            }
        }
        throw new IllegalArgumentException(account.path("id").asText() + " lacks the input " + id);
    }

    private BigDecimal beyond(String input, String base, String perPoint) {
        return input(input).subtract(new BigDecimal(base)).multiply(new BigDecimal(perPoint));
    }

    private BigDecimal thinAir() {
        JsonNode site = document.at("/sites/0");
        if (site.path("altitude").asInt() <= ALTITUDE) {
            return BigDecimal.ONE;
        }
        BigDecimal pressure = new BigDecimal(site.path("pressure").asText());
        return new BigDecimal("1.179")
                .subtract(new BigDecimal("0.211")
                        .multiply(pressure)
                        .divide(new BigDecimal("101325"), MathContext.DECIMAL128));
    }
}
