package io.kilowatch.registry.document;

import io.kilowatch.domain.DataCentre;
import io.kilowatch.domain.DataCentre.Commitment;
import io.kilowatch.domain.Site;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Reads the sites of a document and what it says of its data centre. */
final class SiteReader {
    private static final int MOST_RACKS = 10_000_000;

    private SiteReader() {}

    static Site site(Node node) {
        node.only("id", "name", "latitude", "longitude", "altitude", "pressure");
        return new Site(
                node.matching("id", MeterReader.ID, MeterReader.ID_WORDS),
                node.name("name"),
                node.decimal("latitude", "-90", "90"),
                node.decimal("longitude", "-180", "180"),
                node.decimal("altitude", "-500", "9000"),
                node.decimal("pressure", "50000", "110000"));
    }

    static Optional<DataCentre> dataCentre(Node node) {
        if (!node.exists()) {
            return Optional.empty();
        }
        node.only("racks", "category", "commissioned", "commitment");
        return Optional.of(new DataCentre(
                node.neededInteger("racks", 1, MOST_RACKS).orElse(1),
                node.neededInteger("category", 1, 3).orElse(1),
                node.date("commissioned"),
                commitment(node.child("commitment"))));
    }

    private static Optional<Commitment> commitment(Node node) {
        if (!node.exists()) {
            return Optional.empty();
        }
        node.only("pue", "document", "from");
        // A ratio below 1 would be a fault of metering, so nothing can be committed to one.
        BigDecimal pue = node.neededDecimal("pue", "1", "10").orElse(BigDecimal.ONE);
        String document = node.text("document");
        LocalDate from = node.neededDate("from").orElse(LocalDate.EPOCH);
        return Optional.of(new Commitment(pue, document, from));
    }
}
