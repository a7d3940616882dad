package io.kilowatch.registry.desk;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.platform.database.Database;
import io.kilowatch.registry.desk.DocumentFiles.Document;
import io.kilowatch.registry.desk.DocumentFiles.FileFault;
import io.kilowatch.registry.store.Documents;
import io.kilowatch.registry.store.RegistryPublisher;
import io.kilowatch.registry.store.RegistryStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The operator's desk: documents are checked, applied, deleted and shown here.
 *
 * <p>Each use opens what it needs and closes it again. {@link #check} needs no service, {@link #show} the database,
 * {@link #apply} and {@link #delete} the database and Kafka.
 */
public final class RegistryDesk {
    private static final int CONNECTIONS = 2;

    private final RegistryConfig config;
    private final InstantSource clock;

    /** A desk with its clock for the history. */
    public RegistryDesk(RegistryConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Every fault of every file, or else a line for each document with the advice on it; files may be folders. */
    public static Answer check(List<Path> files, BusinessCalendar calendar) {
        DocumentFiles read = DocumentFiles.read(files, calendar);
        if (!read.faults().isEmpty()) {
            return faulty(read, "");
        }
        List<String> lines = new ArrayList<>();
        for (Document document : read.documents()) {
            lines.add(line(document));
            lines.addAll(Advice.of(document));
        }
        lines.add(count(read.documents().size(), "document") + " without fault");
        return Answer.fine(lines);
    }

    private static String line(Document document) {
        var enterprise = document.enterprise();
        return "ok  " + document.file() + "  " + enterprise.code() + "  "
                + count(enterprise.devices().size(), "device") + ", "
                + count(enterprise.meters().size(), "meter") + ", "
                + count(enterprise.accounts().size(), "account") + "  "
                + enterprise.name().zh() + " / " + enterprise.name().en();
    }

    private static Answer faulty(DocumentFiles read, String consequence) {
        long faultyFiles =
                read.faults().stream().map(FileFault::file).distinct().count();
        String summary = count(read.faults().size(), "fault") + " in " + count((int) faultyFiles, "file") + consequence;
        return new Answer(
                Stream.concat(read.faults().stream().map(FileFault::toString), Stream.of(summary))
                        .toList(),
                Answer.FAULTY);
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** Checks all files and, if none is faulty, puts their documents in force. */
    public Answer apply(List<Path> files) {
        DocumentFiles read = DocumentFiles.read(files, config.calendar());
        return read.faults().isEmpty()
                ? asRegistrar(registrar -> registrar.apply(read.documents(), config.republish()))
                : faulty(read, "; nothing was applied");
    }

    /** Takes the document of a credit code out of force; its history stays. */
    public Answer delete(String code) {
        return ofEnterprise(code, () -> asRegistrar(registrar -> registrar.delete(code)));
    }

    /** The documents in force, one a line. */
    public Answer show() {
        return withDocuments(documents -> showcase().list(documents));
    }

    /** The document in force of a credit code. */
    public Answer show(String code, Showcase.Format format) {
        return ofEnterprise(code, () -> withDocuments(documents -> Showcase.one(documents, code, format)));
    }

    /** Every revision of a credit code's document, one a line. */
    public Answer history(String code) {
        return ofEnterprise(code, () -> withDocuments(documents -> showcase().history(documents, code)));
    }

    private Showcase showcase() {
        return new Showcase(config.calendar());
    }

    private static Answer ofEnterprise(String code, Supplier<Answer> use) {
        return EnterpriseCode.isValid(code)
                ? use.get()
                : Answer.faulty('"' + code + "\" is no credit code (18 characters, GB 32100-2015)");
    }

    private Answer asRegistrar(Function<Registrar, Answer> use) {
        try (RegistryPublisher publisher = RegistryPublisher.open(config.kafka(), "registry-desk")) {
            return withDocuments(documents -> use.apply(new Registrar(documents, publisher, clock, config.by())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.faulty("interrupted");
        } catch (RuntimeException e) {
            return Answer.faulty(Explanation.of(e));
        }
    }

    private interface Use {
        Answer with(Documents documents) throws Exception;
    }

    private Answer withDocuments(Use use) {
        try (Database database = Database.open(config.database(), "registry-desk", CONNECTIONS)) {
            return use.with(new RegistryStore(database));
        } catch (Exception e) {
            return Answer.faulty(Explanation.of(e));
        }
    }
}
