package io.kilowatch.aggregator.evidence.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.kilowatch.aggregator.evidence.Archive;
import io.kilowatch.aggregator.evidence.Dossier;
import io.kilowatch.aggregator.evidence.MeterFile;
import io.kilowatch.aggregator.evidence.Restatement;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.store.DefinitionJson;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Micros;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes evidence as a ZIP file: the same bytes for the same data, readings streamed from the archive. */
public final class EvidencePack {
    private final Dossier dossier;
    private final Archive archive;
    private final BusinessCalendar calendar;

    private EvidencePack(Dossier dossier, Archive archive) {
        this.dossier = dossier;
        this.archive = archive;
        this.calendar = dossier.subject().rules().calendar();
    }

    /** Writes all of it; the stream stays open. */
    public static void write(Dossier dossier, Archive archive, OutputStream stream) throws Exception {
        new EvidencePack(dossier, archive).write(stream);
    }

    private void write(OutputStream stream) throws Exception {
        UsedReference rows = UsedReference.of(dossier.subject());
        try (Sealed zip = new Sealed(stream)) {
            SortedMap<String, Sealed.Body> bodies = new TreeMap<>();
            rows.files().forEach((name, bytes) -> bodies.put(name, out -> out.write(bytes)));
            bodies.put(Entries.DAYS, this::days);
            bodies.put(Entries.ENTERPRISE, out -> out.write(Texts.pretty(SafeDocument.of(dossier.document()))));
            bodies.put(Entries.EVIDENCE, out -> out.write(Texts.pretty(EvidenceJson.of(dossier))));
            bodies.put(Entries.METERS, this::meters);
            bodies.put(Entries.READINGS, this::readings);
            bodies.put(Entries.RESTATEMENTS, this::restatements);
            bodies.put(Entries.SUPERSEDED, this::superseded);
            for (Map.Entry<String, Sealed.Body> body : bodies.entrySet()) {
                zip.add(body.getKey(), body.getValue());
            }
        }
    }

    private void meters(OutputStream out) throws Exception {
        ArrayNode meters = Texts.JSON.createArrayNode();
        for (MeterFile file : dossier.meters()) {
            meters.addObject()
                    .put("id", file.meter().id())
                    .set("definition", Texts.JSON.readTree(DefinitionJson.encode(file.definition())));
        }
        out.write(Texts.pretty(meters));
    }

    private void days(OutputStream out) throws Exception {
        try (Table table = new Table(out, Entries.DAY_COLUMNS)) {
            for (MeterFile file : dossier.meters()) {
                for (var day : file.days().entrySet()) {
                    table.row(
                            file.meter().id(),
                            day.getKey().toString(),
                            Micros.toText(day.getValue().amount()),
                            file.meter().unit().dimension().baseUnit(),
                            Long.toString(day.getValue().measured()),
                            Long.toString(day.getValue().interpolated()));
                }
            }
        }
    }

    private void readings(OutputStream out) throws Exception {
        try (Table table = new Table(out, Entries.READING_COLUMNS)) {
            for (MeterFile file : dossier.meters()) {
                if (file.number().isPresent()) {
                    archive.readings(file.number().get(), file.selection(), point -> row(table, file, point));
                }
            }
        }
    }

    private void superseded(OutputStream out) throws Exception {
        try (Table table = new Table(out, Entries.READING_COLUMNS)) {
            for (MeterFile file : dossier.meters()) {
                if (file.number().isPresent()) {
                    archive.superseded(file.number().get(), file.selection(), point -> row(table, file, point));
                }
            }
        }
    }

    private void row(Table table, MeterFile file, Point point) throws Exception {
        table.row(
                file.meter().id(),
                Texts.time(point.at(), calendar),
                point.kind().word(),
                Micros.toText(point.value()),
                point.source().word(),
                point.mark().word(),
                Texts.time(point.receivedAt(), calendar),
                dossier.senders().getOrDefault(point.sender(), ""),
                Long.toString(point.position()));
    }

    private void restatements(OutputStream out) throws Exception {
        try (Table table = new Table(out, Entries.RESTATEMENT_COLUMNS)) {
            for (Restatement one : dossier.restatements()) {
                table.row(
                        Texts.time(one.restatedAt(), calendar),
                        one.cause(),
                        Long.toString(one.registryOffset()),
                        one.unit(),
                        text(one.oldValue()),
                        text(one.newValue()),
                        one.oldOutcome().orElse(""),
                        one.newOutcome().orElse(""));
            }
        }
    }

    private static String text(Optional<BigDecimal> decimal) {
        return decimal.map(BigDecimal::toPlainString).orElse("");
    }
}
