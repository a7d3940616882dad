package io.kilowatch.aggregator.evidence.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.kilowatch.aggregator.evidence.Archive;
import io.kilowatch.aggregator.evidence.Dossier;
import io.kilowatch.aggregator.evidence.MeterFile;
import io.kilowatch.aggregator.evidence.Restatement;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.store.DefinitionJson;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Meter.Measured;
import io.kilowatch.domain.Micros;
import io.kilowatch.registry.reference.ReferenceExtract;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
        Set<String> carriers = carriers();
        Set<String> quotas = dossier.subject().account().quota().stream().collect(Collectors.toSet());
        try (Sealed zip = new Sealed(stream)) {
            zip.add(Entries.FACTORS, out -> out.write(ReferenceExtract.carrierFactors(carriers)));
            zip.add(Entries.CARRIERS, out -> out.write(ReferenceExtract.carriers(carriers)));
            zip.add(Entries.DAYS, this::days);
            zip.add(Entries.ENTERPRISE, out -> out.write(Texts.pretty(SafeDocument.of(dossier.document()))));
            zip.add(Entries.EVIDENCE, out -> out.write(Texts.pretty(EvidenceJson.of(dossier))));
            zip.add(Entries.METERS, this::meters);
            zip.add(Entries.QUOTAS, out -> out.write(ReferenceExtract.quotas(quotas)));
            zip.add(Entries.READINGS, this::readings);
            zip.add(Entries.RESTATEMENTS, this::restatements);
            zip.add(Entries.SUPERSEDED, this::superseded);
        }
    }

    private Set<String> carriers() {
        return dossier.meters().stream()
                .map(file -> file.meter().measures())
                .filter(Measured.Energy.class::isInstance)
                .map(Measured::id)
                .collect(Collectors.toSet());
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
