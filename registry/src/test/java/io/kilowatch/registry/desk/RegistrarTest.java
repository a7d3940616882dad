package io.kilowatch.registry.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.registry.desk.DocumentFiles.Document;
import io.kilowatch.registry.document.EnterpriseDocument.Read.Valid;
import io.kilowatch.registry.document.SampleDocument;
import io.kilowatch.registry.store.Documents.Revision;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class RegistrarTest {
    private static final String CODE = "91350100M000100Y43";
    private static final String OTHER = "91330100799655058B";
    private static final Instant NOW = Instant.parse("2026-08-20T02:00:00Z");

    private final MemoryDocuments documents = new MemoryDocuments();
    private final List<String> published = new ArrayList<>();
    private String unreachable = "";
    private final Registrar registrar = new Registrar(documents, this::publish, InstantSource.fixed(NOW), "li.na");

    private void publish(String enterprise, Optional<String> json) {
        if (enterprise.equals(unreachable)) {
            throw new TimeoutException("no answer");
        }
        published.add(enterprise + (json.isEmpty() ? " deleted" : ""));
    }

    @Test
    void aNewDocumentIsPublishedAndKeptWithTimeAndPerson() {
        Answer answer = registrar.apply(List.of(document(SampleDocument.VALID)), false);

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.lines()).containsExactly("added      " + CODE + "  revision 1  示例 / Sample");
        assertThat(published).containsExactly(CODE);
        assertThat(documents.history(CODE))
                .containsExactly(new Revision(
                        CODE, 1, Optional.of(document(SampleDocument.VALID).json()), NOW, "li.na"));
    }

    @Test
    void anUnchangedDocumentIsSaidToBeSoAndSkipped() {
        registrar.apply(List.of(document(SampleDocument.VALID)), false);

        Answer answer = registrar.apply(
                List.of(document(SampleDocument.VALID.with("racks: 2000", "racks:   '2000' # as before"))), false);

        assertThat(answer.lines()).singleElement().asString().startsWith("unchanged  " + CODE + "  revision 1");
        assertThat(published).hasSize(1);
        assertThat(documents.history(CODE)).hasSize(1);
    }

    @Test
    void anUnchangedDocumentIsPublishedAgainOnDemand() {
        registrar.apply(List.of(document(SampleDocument.VALID)), false);

        Answer answer = registrar.apply(List.of(document(SampleDocument.VALID)), true);

        assertThat(answer.lines()).singleElement().asString().contains("published again");
        assertThat(published).hasSize(2);
        assertThat(documents.history(CODE)).hasSize(1);
    }

    @Test
    void advisesToLimitRegistersBelowTheDocumentsLine() {
        SampleDocument unlimited = SampleDocument.VALID.with("    maximumPower: 200000\n", "");

        Answer answer = registrar.apply(List.of(document(unlimited)), false);

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("advice  x.yaml  " + CODE + "  without maximumPower")
                .endsWith("to: EL");
    }

    @Test
    void aChangedDocumentKeepsTheOneBefore() {
        registrar.apply(List.of(document(SampleDocument.VALID)), false);

        Answer answer =
                registrar.apply(List.of(document(SampleDocument.VALID.with("racks: 2000", "racks: 3000"))), false);

        assertThat(answer.lines()).singleElement().asString().startsWith("changed    " + CODE + "  revision 2");
        assertThat(documents.history(CODE)).hasSize(2);
        assertThat(documents.inForce()).extracting(Revision::revision).containsExactly(2);
    }

    @Test
    void whatCannotBePublishedIsNotKeptAndEndsTheRun() {
        unreachable = OTHER;
        SampleDocument third = SampleDocument.VALID.with(CODE, "914403001922038216");

        Answer answer = registrar.apply(
                List.of(
                        document(SampleDocument.VALID),
                        document(SampleDocument.VALID.with(CODE, OTHER)),
                        document(third)),
                false);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines()).hasSize(3);
        assertThat(answer.lines().get(1)).isEqualTo("failed     " + OTHER + "  Kafka: no answer");
        assertThat(documents.inForce()).extracting(Revision::enterprise).containsExactly(CODE);
        assertThat(published).containsExactly(CODE);
    }

    @Test
    void aDeletionIsPublishedAndItsHistoryStays() {
        registrar.apply(List.of(document(SampleDocument.VALID)), false);

        Answer answer = registrar.delete(CODE);

        assertThat(answer.exitCode()).isZero();
        assertThat(published).containsExactly(CODE, CODE + " deleted");
        assertThat(documents.inForce()).isEmpty();
        assertThat(documents.history(CODE)).hasSize(2);
    }

    @Test
    void whatIsNotInForceCannotBeDeleted() {
        Answer answer = registrar.delete(CODE);

        assertThat(answer).isEqualTo(Answer.faulty("no document of " + CODE + " is in force"));
        assertThat(published).isEmpty();
    }

    private static Document document(SampleDocument sample) {
        Valid valid = sample.valid();
        return new Document(Path.of("x.yaml"), valid.enterprise(), new String(valid.json(), StandardCharsets.UTF_8));
    }
}
