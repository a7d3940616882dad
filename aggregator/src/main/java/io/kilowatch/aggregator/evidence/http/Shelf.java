package io.kilowatch.aggregator.evidence.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.evidence.Dossier;
import io.kilowatch.aggregator.evidence.Figure;
import io.kilowatch.aggregator.evidence.Gathering;
import io.kilowatch.aggregator.evidence.Rules;
import io.kilowatch.aggregator.evidence.file.EvidenceJson;
import io.kilowatch.aggregator.evidence.file.EvidencePack;
import io.kilowatch.aggregator.store.EvidenceStore;
import io.kilowatch.platform.database.Database;
import io.kilowatch.platform.http.Refusal;
import io.kilowatch.registry.reference.ReferenceData;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Evidence out of the database, each time as the database is at one moment. */
public final class Shelf implements EvidenceSource {
    private final Database database;
    private final Gathering gathering;

    /** That of a database whose figures are computed by some rules. */
    public Shelf(Database database, Rules rules) {
        this.database = database;
        this.gathering = new Gathering(rules, ReferenceData.standard());
    }

    @Override
    public ObjectNode json(Figure figure) throws Exception {
        return EvidenceJson.of(database.inTransaction(
                connection -> EvidenceSource.found(gathering.gather(EvidenceStore.frozen(connection), figure))));
    }

    /**
     * Writes a figure's evidence into a file.
     *
     * @throws Refusal if there is nothing to write, with the reason in both languages
     */
    @Override
    public void pack(Figure figure, Path file) throws Exception {
        database.inTransaction(connection -> {
            EvidenceStore archive = EvidenceStore.frozen(connection);
            Dossier dossier = EvidenceSource.found(gathering.gather(archive, figure));
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                EvidencePack.write(dossier, archive, stream);
            }
            return file;
        });
    }
}
