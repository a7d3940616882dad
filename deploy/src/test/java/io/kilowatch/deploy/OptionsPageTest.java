package io.kilowatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.deploy.command.OptionsPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class OptionsPageTest {
    @Test
    void theReferencePageSaysWhatTheProgramTakes() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "configuration.md"));

        assertThat(page)
                .as("docs/configuration.md is out of date; run: deploy/kilowatch options > docs/configuration.md")
                .isEqualTo(OptionsPage.of(Kilowatch.commands()));
    }
}
