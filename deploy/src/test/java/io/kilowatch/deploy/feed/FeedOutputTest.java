package io.kilowatch.deploy.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Reading;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import io.kilowatch.platform.config.InvalidSettings;
import io.kilowatch.platform.config.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeedOutputTest {
    @TempDir
    Path folder;

    @Test
    void itHasItsNameOnlyOnceItIsComplete() throws IOException {
        FeedOutput file = file("new/feed.jsonl", false);

        write(file);
        assertThat(file.path()).doesNotExist();
        assertThat(file.part()).isNotEmptyFile();

        file.complete();
        assertThat(Files.readString(file.path()))
                .startsWith("{\"device\":\"A/b\"")
                .endsWith("}\n");
        assertThat(file.part()).doesNotExist();
    }

    @Test
    void itIsCompressedByItsSuffix() throws IOException {
        FeedOutput file = file("feed.jsonl.gz", false);

        write(file);
        file.complete();

        try (InputStream in = new GZIPInputStream(Files.newInputStream(file.path()))) {
            assertThat(new String(in.readAllBytes(), UTF_8))
                    .startsWith("{\"device\":\"A/b\"")
                    .endsWith("}\n");
        }
    }

    @Test
    void aFileThatIsThereStaysUnlessItMayBeReplaced() throws IOException {
        FeedOutput kept = file("feed.jsonl", false);
        write(kept);
        Files.writeString(kept.path(), "mine");
        assertThatThrownBy(kept::complete).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(kept.path()).hasContent("mine");

        file("feed.jsonl", true).complete();
        assertThat(Files.readString(kept.path())).startsWith("{");
    }

    @Test
    void settingsAreRefusedThatNameAFileThatIsThereOrAnotherKindOfFile() throws IOException {
        Path there = Files.createFile(folder.resolve("there.jsonl"));

        assertThatThrownBy(() -> from(Map.of("out", there.toString())))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("--overwrite");
        assertThatThrownBy(() -> from(Map.of("out", "feed.csv")))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining(".jsonl.gz");
        assertThat(from(Map.of("out", there.toString(), "overwrite", "true"))).isEqualTo(new FeedOutput(there, true));
    }

    private static FeedOutput from(Map<String, String> options) {
        Settings settings = new Settings(options, Map.of());
        FeedOutput file = FeedOutput.from(settings);
        settings.check();
        return file;
    }

    private FeedOutput file(String name, boolean overwrite) {
        return new FeedOutput(folder.resolve(name), overwrite);
    }

    private static void write(FeedOutput file) throws IOException {
        try (FeedWriter writer = file.begin(BusinessCalendar.CHINA)) {
            writer.write("A/b", new Reading("EL", 0, ReadingKind.AMOUNT, 1, ReadingSource.MEASURED));
        }
    }
}
