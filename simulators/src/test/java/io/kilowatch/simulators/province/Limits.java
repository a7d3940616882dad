package io.kilowatch.simulators.province;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Map;

/** The limits that the province is meant to keep or break: level 2 and 3. */
final class Limits {
    private static final Map<String, String[]> LEVELS = Map.ofEntries(
            Map.entry("aluminium.liquid-ac", new String[] {"13000", "13350"}),
            Map.entry("aluminium.ingot-comprehensive-ac", new String[] {"13400", "13750"}),
            Map.entry("cement.clinker.energy", new String[] {"107", "117"}),
            Map.entry("ferrosilicon.smelting-electricity", new String[] {"8300", "8400"}),
            Map.entry("ferrosilicon.energy", new String[] {"1770", "1850"}),
            Map.entry("silicomanganese.smelting-electricity", new String[] {"4000", "4250"}),
            Map.entry("calcium-carbide.energy", new String[] {"823", "940"}),
            Map.entry("calcium-carbide.furnace-electricity", new String[] {"3080", "3200"}),
            Map.entry("data-centre.pue.ningxia-new-large", new String[] {"1.2", "1.2"}),
            Map.entry("data-centre.pue.gb40879", new String[] {"1.30", "1.50"}));

    private Limits() {}

    static BigDecimal of(String quota, String plant) {
        return new BigDecimal(requireNonNull(LEVELS.get(quota))[plant.equals("new") ? 0 : 1]);
    }
}
