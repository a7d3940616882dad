package io.kilowatch.aggregator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.budget.RegionBudgets;
import io.kilowatch.aggregator.evidence.Figure;
import io.kilowatch.aggregator.evidence.Gathering;
import io.kilowatch.aggregator.evidence.MemoryArchive;
import io.kilowatch.aggregator.evidence.Smelter;
import io.kilowatch.aggregator.evidence.file.EvidenceJson;
import io.kilowatch.aggregator.evidence.file.EvidencePack;
import io.kilowatch.aggregator.evidence.http.EvidenceSource;
import io.kilowatch.aggregator.outlook.RegionBudget;
import io.kilowatch.aggregator.testing.MemoryDevices;
import io.kilowatch.aggregator.testing.MemoryRejections;
import io.kilowatch.aggregator.testing.MemoryVerdicts;
import io.kilowatch.aggregator.testing.Province;
import io.kilowatch.domain.Basis;
import io.kilowatch.registry.feed.RegistrySnapshot;
import io.kilowatch.registry.reference.ReferenceData;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The real server over verdicts in memory, on a free port of the loopback address. */
final class ServedApi implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final RegionBudget BUDGET =
            new RegionBudget("640000", 2026, new BigDecimal("5000000"), Basis.CALORIFIC, "宁…〔2026〕…号");

    final MemoryRejections rejections = new MemoryRejections(Province.SMELTER, 5);
    final ApiServer server;
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer listening;

    ServedApi(MemoryVerdicts verdicts) {
        this(verdicts, Smelter.archive());
    }

    ServedApi(MemoryVerdicts verdicts, MemoryArchive archive) {
        RegistrySnapshot registry = Province.snapshot();
        server = new ApiServer(
                vertx,
                new ApiServer.Sources(
                        verdicts,
                        new Memory(archive),
                        () -> registry,
                        ReferenceData.standard(),
                        Snapshots.NONE,
                        new RegionBudgets(List.of(BUDGET)),
                        Smelter.RULES,
                        new MemoryDevices(Province.SMELTER, Province.CEMENT),
                        rejections));
        listening = server.listen("127.0.0.1", 0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** Evidence out of memory. */
    private record Memory(MemoryArchive archive) implements EvidenceSource {
        @Override
        public ObjectNode json(Figure figure) throws Exception {
            return EvidenceJson.of(EvidenceSource.found(gathering().gather(archive, figure)));
        }

        @Override
        public void pack(Figure figure, Path file) throws Exception {
            try (OutputStream stream = Files.newOutputStream(file)) {
                EvidencePack.write(EvidenceSource.found(gathering().gather(archive, figure)), archive, stream);
            }
        }

        private static Gathering gathering() {
            return new Gathering(Smelter.RULES, ReferenceData.standard());
        }
    }

    HttpResponse<byte[]> get(String path, String accept) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + listening.actualPort() + path);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri).header("accept", accept).build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> post(String path, String type, String body) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + listening.actualPort() + path);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .header("content-type", type)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    String text(String path, String accept) throws Exception {
        return new String(get(path, accept).body(), StandardCharsets.UTF_8);
    }

    JsonNode json(String path) throws Exception {
        HttpResponse<byte[]> answer = get(path, "*/*");
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
