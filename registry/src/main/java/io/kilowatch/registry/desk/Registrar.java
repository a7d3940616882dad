package io.kilowatch.registry.desk;

import io.kilowatch.domain.Name;
import io.kilowatch.registry.desk.DocumentFiles.Document;
import io.kilowatch.registry.store.Documents;
import io.kilowatch.registry.store.Documents.Outcome;
import io.kilowatch.registry.store.Documents.Request;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts documents in force one after another, each kept only once it is published. */
final class Registrar {
    private final Documents documents;
    private final Documents.Announcement publisher;
    private final InstantSource clock;
    private final String by;

    Registrar(Documents documents, Documents.Announcement publisher, InstantSource clock, String by) {
        this.documents = documents;
        this.publisher = publisher;
        this.clock = clock;
        this.by = by;
    }

    /**
     * Applies documents that were checked, a line for each with the advice on it; stops at the first that cannot be
     * published or kept.
     */
    Answer apply(List<Document> checked, boolean republish) {
        List<String> lines = new ArrayList<>();
        for (Document document : checked) {
            String code = document.enterprise().code().text();
            try {
                Request request = new Request(code, Optional.of(document.json()), clock.instant(), by, republish);
                lines.add(line(
                        documents.change(request, publisher),
                        code,
                        document.enterprise().name(),
                        republish));
                lines.addAll(Advice.of(document));
            } catch (Exception e) {
                interruptAgain(e);
                lines.add("failed     " + code + "  " + Explanation.of(e));
                lines.add("The documents above are in force; this one and those after it were not applied."
                        + " Mend the fault and apply again.");
                return new Answer(lines, Answer.FAULTY);
            }
        }
        return Answer.fine(lines);
    }

    private static String line(Outcome outcome, String code, Name name, boolean republish) {
        String word = outcome.change().name().toLowerCase(Locale.ROOT);
        String again = republish && outcome.change() == Documents.Change.UNCHANGED ? ", published again" : "";
        return String.format(
                Locale.ROOT,
                "%-9s  %s  revision %d%s  %s / %s",
                word,
                code,
                outcome.revision(),
                again,
                name.zh(),
                name.en());
    }

    /** Takes a document out of force; its history stays. */
    Answer delete(String code) {
        try {
            Outcome outcome =
                    documents.change(new Request(code, Optional.empty(), clock.instant(), by, false), publisher);
            return outcome.change() == Documents.Change.UNCHANGED
                    ? Answer.faulty("no document of " + code + " is in force")
                    : Answer.fine(List.of("deleted    " + code + "  revision " + outcome.revision()));
        } catch (Exception e) {
            interruptAgain(e);
            return Answer.faulty("failed     " + code + "  " + Explanation.of(e));
        }
    }

    private static void interruptAgain(Exception e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
    }
}
