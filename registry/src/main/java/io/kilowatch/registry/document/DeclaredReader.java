package io.kilowatch.registry.document;

import io.kilowatch.domain.Declared;
import io.kilowatch.domain.Meter;
import java.util.Map;

/** Reads what a document declares besides its meters. */
final class DeclaredReader {
    private DeclaredReader() {}

    static Declared declared(Node root, Map<String, Meter> meters) {
        FuelReader fuels = new FuelReader(meters);
        return new Declared(
                fuels.calorificValues(root),
                fuels.steam(root),
                EconomyReader.economics(root),
                EconomyReader.budgets(root),
                EconomyReader.renewables(root),
                EconomyReader.tariffs(root));
    }
}
