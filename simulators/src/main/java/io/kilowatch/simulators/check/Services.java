package io.kilowatch.simulators.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The services' HTTP API, as far as a check asks. */
final class Services {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int NOT_FOUND = 404;
    private static final int FINE = 200;
    private static final int PAGE = 500;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI aggregator;
    private final URI desk;

    Services(URI aggregator, URI desk) {
        this.aggregator = aggregator;
        this.desk = desk;
    }

    /** Every figure of an enterprise; none where the service does not know it. */
    List<JsonNode> figures(String enterprise) {
        return pages(aggregator, "/api/v1/enterprises/" + enterprise + "/indicators?limit=" + PAGE);
    }

    /** Every alert of an enterprise, those that are cleared too. */
    List<JsonNode> alerts(String enterprise) {
        return pages(desk, "/api/v1/alerts?enterprise=" + enterprise + "&limit=" + PAGE);
    }

    /** One figure with all that was published of it. */
    Optional<JsonNode> figure(String enterprise, String indicator, String kind, String start) {
        return get(
                aggregator,
                "/api/v1/enterprises/" + enterprise + "/indicators/" + encoded(indicator) + '/' + kind + '/' + start);
    }

    private List<JsonNode> pages(URI service, String path) {
        List<JsonNode> items = new ArrayList<>();
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            String suffix = cursor.get().isEmpty() ? "" : "&cursor=" + encoded(cursor.get());
            Optional<JsonNode> page = get(service, path + suffix);
            page.ifPresent(found -> found.path("items").forEach(items::add));
            cursor = page.map(found -> found.path("next"))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::asText);
        }
        return items;
    }

    private Optional<JsonNode> get(URI service, String path) {
        URI uri = URI.create(service + path);
        try {
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            if (answer.statusCode() != FINE) {
                throw new IOException(uri + " answers " + answer.statusCode());
            }
            return Optional.of(JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot ask " + uri + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking " + uri, e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
