package io.kilowatch.registry.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.registry.desk.DocumentFiles.FileFault;
import io.kilowatch.registry.document.SampleDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentFilesTest {
    private static final SampleDocument OTHER = SampleDocument.VALID.with("91350100M000100Y43", "91330100799655058B");

    @TempDir
    Path folder;

    @Test
    void readsFilesAndFoldersWithTheirSubfolders() throws IOException {
        Path single = write("single.txt", SampleDocument.VALID.text());
        write("folder/ningxia/other.YAML", OTHER.text());
        write("folder/README.md", "not a document");
        write("folder/.hidden.yaml", "not: one");

        DocumentFiles read = read(List.of(single, folder.resolve("folder")));

        assertThat(read.faults()).isEmpty();
        assertThat(read.documents())
                .extracting(document -> document.enterprise().code().text())
                .containsExactly("91350100M000100Y43", "91330100799655058B");
    }

    @Test
    void readsJson() throws IOException {
        Path file = folder.resolve("one.json");
        Files.write(file, SampleDocument.VALID.valid().json());

        assertThat(read(List.of(folder)).documents())
                .singleElement()
                .satisfies(document ->
                        assertThat(document.json()).startsWith("{\"enterprise\":{\"code\":\"91350100M000100Y43\""));
    }

    @Test
    void readsAFileOnceThoughItIsGivenTwice() throws IOException {
        Path file = write("one.yaml", SampleDocument.VALID.text());

        DocumentFiles read = read(List.of(file, folder, folder.resolve("../" + folder.getFileName())));

        assertThat(read.faults()).isEmpty();
        assertThat(read.documents()).hasSize(1);
    }

    @Test
    void findsEveryFaultOfEveryFile() throws IOException {
        Path first = write(
                "a.yaml",
                SampleDocument.VALID
                        .with("region: 640121", "region: x")
                        .with("unit: kWh", "unit: x")
                        .text());
        Path second = write("b.yaml", "enterprise: [");
        write("c.yaml", OTHER.text());

        DocumentFiles read = read(List.of(folder));

        assertThat(read.faults()).extracting(FileFault::file).containsExactly(first, first, second);
        assertThat(read.faults().get(0))
                .hasToString(first + ": line 4, enterprise.region: \"x\" must be six digits (GB/T 2260)");
        assertThat(read.documents()).hasSize(1);
    }

    @Test
    void twoFilesOfOneEnterpriseAreAFault() throws IOException {
        Path first = write("a.yaml", SampleDocument.VALID.text());
        Path second = write("b.yaml", SampleDocument.VALID.text());

        assertThat(read(List.of(folder)).faults())
                .singleElement()
                .hasToString(second + ": enterprise.code: 91350100M000100Y43 stands in " + first + " too");
    }

    @Test
    void whatIsNotThereOrHoldsNothingIsAFault() {
        Path missing = folder.resolve("missing.yaml");

        assertThat(read(List.of(missing, folder)).faults())
                .extracting(FileFault::toString)
                .containsExactly(missing + ": does not exist", folder + ": holds no *.yaml, *.yml or *.json file");
    }

    private static DocumentFiles read(List<Path> places) {
        return DocumentFiles.read(places, BusinessCalendar.CHINA);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
