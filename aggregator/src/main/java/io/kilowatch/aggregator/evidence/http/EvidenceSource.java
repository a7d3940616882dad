package io.kilowatch.aggregator.evidence.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.evidence.Dossier;
import io.kilowatch.aggregator.evidence.Figure;
import io.kilowatch.aggregator.evidence.Gathering.Gathered;
import io.kilowatch.platform.http.Problem;
import io.kilowatch.platform.http.Refusal;
import java.nio.file.Path;

/** Where evidence comes from; what cannot be had is a {@link Refusal}. */
public interface EvidenceSource {
    /** A figure's evidence. */
    ObjectNode json(Figure figure) throws Exception;

    /** Writes a figure's evidence into a ZIP file. */
    void pack(Figure figure, Path file) throws Exception;

    /** What was gathered, or else the reason why nothing was. */
    static Dossier found(Gathered gathered) {
        if (gathered instanceof Gathered.Found found) {
            return found.dossier();
        }
        if (gathered instanceof Gathered.Unsettled unsettled) {
            throw new Refusal(new Problem(
                    503,
                    "Service unavailable",
                    "暂不可用",
                    unsettled.why().zh() + " / " + unsettled.why().en()));
        }
        Gathered.Missing missing = (Gathered.Missing) gathered;
        throw Refusal.notFound(missing.why().zh(), missing.why().en());
    }
}
