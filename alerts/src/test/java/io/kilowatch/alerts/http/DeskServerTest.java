package io.kilowatch.alerts.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeskServerTest {
    private final ServedDesk served = new ServedDesk();

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void describesExactlyTheRoutesThatItHas() throws Exception {
        JsonNode description = served.json("/api/v1/openapi.json");
        Set<String> described = new TreeSet<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> described.add(
                                method.getKey().toUpperCase(java.util.Locale.ROOT) + ' ' + path.getKey())));

        assertThat(described).isEqualTo(routes());
        assertThat(description.path("openapi").asText()).startsWith("3.1");
    }

    private Set<String> routes() {
        Router router = served.server.router("127.0.0.1");
        return router.getRoutes().stream()
                .filter(route -> route.getPath() != null && route.getPath().startsWith("/api/"))
                .map(DeskServerTest::line)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String line(Route route) {
        String path = route.getPath().replaceAll(":([a-z]+)", "{$1}");
        return route.methods().iterator().next().name() + ' ' + path;
    }

    @Test
    void resolvesEveryReferenceOfItsDescription() throws Exception {
        JsonNode description = served.json("/api/v1/openapi.json");

        assertThat(description.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(description.at(ref.substring(1)).isObject())
                        .as(ref)
                        .isTrue());
    }

    @Test
    void servesEveryFileOfThePageAndNothingElse() throws Exception {
        Path folder = Path.of("src/main/resources/io/kilowatch/alerts/page");
        Set<String> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toSet());
        }

        assertThat(Set.copyOf(DeskServer.PAGE)).isEqualTo(files);
        for (String name : DeskServer.PAGE) {
            assertThat(served.get("/" + name).statusCode()).as(name).isEqualTo(200);
        }
        assertThat(served.get("/").body()).contains("<title>Kilowatch");
        assertThat(served.get("/css/../../openapi.json").statusCode()).isEqualTo(404);
    }

    @Test
    void sendsThePageAgainOnlyIfItHasChanged() throws Exception {
        String tag = served.get("/").headers().firstValue("etag").orElseThrow();

        assertThat(served.get("/", "if-none-match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void guardsEveryAnswer() throws Exception {
        HttpResponse<String> page = served.get("/");
        HttpResponse<String> api = served.get("/api/v1/summary");

        assertThat(page.headers().firstValue("content-security-policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
        assertThat(page.headers().firstValue("x-content-type-options")).contains("nosniff");
        assertThat(page.headers().firstValue("x-frame-options")).contains("DENY");
        assertThat(api.headers().firstValue("cache-control")).contains("no-store");
    }

    @Test
    void answersOnLoopbackOnlyToLoopbackNames() throws Exception {
        assertThat(statusFor("evil.example:" + served.port())).isEqualTo("421");
        assertThat(statusFor("localhost:" + served.port())).isEqualTo("200");
        assertThat(statusFor("127.0.0.1")).isEqualTo("200");
    }

    private String statusFor(String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", served.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("GET /api/v1/summary HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.substring(9, 12);
        }
    }

    @Test
    void answersUnknownPathsWithAProblem() throws Exception {
        HttpResponse<String> response = served.get("/api/v2/alerts");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(served.post("/api/v1/alerts", "application/json", "{}").statusCode())
                .isEqualTo(405);
    }
}
