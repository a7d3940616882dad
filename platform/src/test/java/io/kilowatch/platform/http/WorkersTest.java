package io.kilowatch.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.platform.table.Cell;
import io.kilowatch.platform.table.Column;
import io.kilowatch.platform.table.Table;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server put together from the shared parts, asked over real HTTP. */
class WorkersTest {
    private final Vertx vertx = Vertx.vertx();
    private final Workers workers = new Workers(vertx, "test", 2);
    private final HttpServer server = listening();

    private HttpServer listening() {
        Router router = Router.router(vertx);
        router.route().handler(new Guard("127.0.0.1", Guard.NOTHING)::check).handler(Guard::jsonOnly);
        router.get("/api/v1/things/:id").handler(workers.answering(WorkersTest::thing));
        router.get("/api/v1/broken").handler(workers.answering(query -> {
            throw new IllegalStateException("secret");
        }));
        Refusals.mount(router);
        return vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static Reply thing(Query query) throws Exception {
        if (query.inPath("id").equals("none")) {
            throw Refusal.notFound("没有", "there is none");
        }
        Format format = query.format(Format.JSON, Format.CSV, Format.XLSX);
        return format == Format.JSON
                ? Reply.json(new JsonObject()
                        .put("id", query.inPath("id"))
                        .put("base", query.base())
                        .encode())
                : Reply.table(
                        Table.of("t", List.of(Column.of("id")), List.of(Cell.row(query.inPath("id")))), format, "a b");
    }

    @AfterEach
    void close() {
        workers.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private HttpResponse<String> get(String path, String accept) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path))
                                .header("accept", accept)
                                .build(),
                        BodyHandlers.ofString());
    }

    @Test
    void answersInTheFormAskedFor() throws Exception {
        assertThat(get("/api/v1/things/7", "*/*").body())
                .isEqualTo("{\"id\":\"7\",\"base\":\"http://127.0.0.1:" + server.actualPort() + "\"}");
        HttpResponse<String> csv = get("/api/v1/things/7", "application/json;q=0.5, text/csv");
        assertThat(csv.body()).isEqualTo("\uFEFFid\r\n7\r\n");
        assertThat(csv.headers().firstValue("content-disposition")).hasValue("attachment; filename=\"a-b.csv\"");
        assertThat(get("/api/v1/things/7?format=xlsx", "text/csv").headers().firstValue("content-type"))
                .hasValue(Format.XLSX.type());
    }

    @Test
    void answersWhatItCannotWithAProblemThatTellsNoSecret() throws Exception {
        assertProblem(get("/api/v1/things/none", "*/*"), 404, "没有 / there is none");
        assertProblem(get("/api/v1/nothing", "*/*"), 404, "此地址没有内容");
        assertProblem(get("/api/v1/things/7?format=xml", "*/*"), 400, "give one of json, csv, xlsx");
        assertProblem(get("/api/v1/things/7?q=%07", "*/*"), 400, "control characters");
        HttpResponse<String> broken = get("/api/v1/broken", "*/*");
        assertProblem(broken, 500, "the fault is in the service's log");
        assertThat(broken.body()).doesNotContain("secret");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String words) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(answer.body()).contains(words);
    }

    @Test
    void answersOnLoopbackOnlyToLoopbackNames() throws Exception {
        assertThat(statusFor("evil.example:" + server.actualPort())).isEqualTo("421");
        assertThat(statusFor("localhost:" + server.actualPort())).isEqualTo("200");
    }

    private String statusFor(String host) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.actualPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("GET /api/v1/things/1 HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).substring(9, 12);
        }
    }

    @Test
    void checksNoHostOnAPublicAddress() {
        assertThat(new Guard("0.0.0.0", Guard.NOTHING).checksHost()).isFalse();
        assertThat(new Guard("127.0.0.1", Guard.NOTHING).checksHost()).isTrue();
    }
}
