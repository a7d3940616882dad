package io.kilowatch.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageFilesTest {
    private static final String FOLDER = "/io/kilowatch/platform/http/page/";

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server = serve();

    private HttpServer serve() {
        Router router = Router.router(vertx);
        router.route().handler(new Guard("127.0.0.1", Guard.NOTHING)::check);
        new PageFiles(PageFilesTest.class, FOLDER, List.of("index.html")).mount(router);
        Refusals.mount(router);
        return vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void servesTheSharedFilesBesideThePagesOwn() throws Exception {
        assertThat(get("/").body()).contains("a page of a test");
        assertThat(get("/index.html").body()).isEqualTo(get("/").body());
        for (String name : PageFiles.SHARED) {
            assertThat(get("/shared/" + name).statusCode()).as(name).isEqualTo(200);
        }
        assertThat(get("/shared/theme.css").headers().firstValue("content-type"))
                .contains("text/css; charset=utf-8");
        assertThat(get("/shared/../../http/PageFilesTest.class").statusCode()).isEqualTo(404);
    }

    @Test
    void listsEverySharedFile() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources" + PageFiles.SHARED_FOLDER))) {
            Set<String> names = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());

            assertThat(Set.copyOf(PageFiles.SHARED)).isEqualTo(names);
        }
    }

    @Test
    void letsPagesLoadFromTheirServerAlone() throws Exception {
        assertThat(get("/").headers().firstValue("content-security-policy")).contains(PageFiles.POLICY);
        assertThat(PageFiles.POLICY)
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void sendsAFileAgainOnlyIfItHasChanged() throws Exception {
        String tag = get("/shared/dom.js").headers().firstValue("etag").orElseThrow();

        assertThat(get("/shared/dom.js", "if-none-match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void saysAtOnceWhichFileIsMissing() {
        assertThatThrownBy(() -> new PageFiles(PageFilesTest.class, FOLDER, List.of("js/gone.js")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("js/gone.js");
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.actualPort() + path))
                .version(HttpClient.Version.HTTP_1_1);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
