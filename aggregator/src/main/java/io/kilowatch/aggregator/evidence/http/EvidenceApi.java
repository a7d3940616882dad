package io.kilowatch.aggregator.evidence.http;

import io.kilowatch.aggregator.evidence.Figure;
import io.kilowatch.platform.http.Format;
import io.kilowatch.platform.http.Query;
import io.kilowatch.platform.http.Reply;
import io.kilowatch.platform.http.Workers;
import io.vertx.ext.web.Router;
import java.nio.file.Files;
import java.nio.file.Path;

/** Evidence of figures: as JSON, and as a ZIP file that verifies offline. */
public final class EvidenceApi {
    private static final String FIGURE = "/api/v1/enterprises/:code/indicators/:indicator/:kind/:start/evidence";

    private final EvidenceSource source;

    /** That of a source. */
    public EvidenceApi(EvidenceSource source) {
        this.source = source;
    }

    /** Puts its routes into a router. */
    public void mount(Router router, Workers workers) {
        router.get(FIGURE).handler(workers.answering(this::evidence));
        router.get(FIGURE + ".zip").handler(workers.answering(this::pack));
    }

    private Reply evidence(Query query) throws Exception {
        return query.format(Format.JSON, Format.ZIP) == Format.ZIP
                ? pack(query)
                : Reply.json(source.json(figure(query)).toString());
    }

    private static Figure figure(Query query) {
        return Asked.figure(
                query.inPath("code"), query.inPath("indicator"), query.inPath("kind"), query.inPath("start"));
    }

    private Reply pack(Query query) throws Exception {
        Figure figure = figure(query);
        String name = "evidence-" + figure.enterprise() + '-' + figure.indicator() + '-'
                + figure.period().kind().word() + '-' + figure.period().start() + ".zip";
        Path file = Files.createTempFile("kilowatch-evidence-", ".zip");
        try {
            source.pack(figure, file);
            return new Reply.Download(Format.ZIP.type(), file, name.replaceAll("[^A-Za-z0-9._-]", "-"));
        } catch (Exception e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }
}
