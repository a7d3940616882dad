package io.kilowatch.aggregator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.testing.MemoryVerdicts;
import io.kilowatch.platform.http.PageFiles;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsolePageTest {
    private static final Path FOLDER = Path.of("src/main/resources/io/kilowatch/aggregator/page");

    private final ServedApi served = new ServedApi(new MemoryVerdicts());

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void servesEveryFileOfThePageBesideTheApi() throws Exception {
        assertThat(Set.copyOf(ConsolePage.FILES)).isEqualTo(files());
        for (String name : ConsolePage.FILES) {
            assertThat(served.get("/" + name, "*/*").statusCode()).as(name).isEqualTo(200);
        }
        assertThat(served.text("/", "text/html")).contains("<title>Kilowatch");
    }

    private static Set<String> files() throws IOException {
        try (Stream<Path> found = Files.walk(FOLDER)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void allowsThePageItsOwnServerAndTheApiNothing() throws Exception {
        assertThat(policy("/")).isEqualTo(PageFiles.POLICY);
        assertThat(policy("/api/v1/openapi.json")).doesNotContain("script-src");
    }

    private String policy(String path) throws Exception {
        HttpResponse<byte[]> answer = served.get(path, "*/*");
        return answer.headers().firstValue("content-security-policy").orElseThrow();
    }

    @Test
    void importsOnlyWhatIsServed() throws Exception {
        for (String name : ConsolePage.FILES) {
            if (name.endsWith(".js")) {
                for (String imported : imports(Files.readString(FOLDER.resolve(name)))) {
                    String path = imported.startsWith("./") ? "/js/" + imported.substring(2) : imported;
                    assertThat(served.get(path, "*/*").statusCode())
                            .as(name + " imports " + imported)
                            .isEqualTo(200);
                }
            }
        }
    }

    private static Set<String> imports(String module) {
        return java.util.regex.Pattern.compile(
                        "(?m)^(?:import|export|\\}) .*?\"([./][^\"]+\\.js)\"|^import \"([^\"]+)\"")
                .matcher(module)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .collect(Collectors.toSet());
    }
}
