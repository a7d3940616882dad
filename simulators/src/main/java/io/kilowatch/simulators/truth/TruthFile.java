package io.kilowatch.simulators.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kilowatch.platform.config.InvalidSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A file of what is true in a play, read enterprise by enterprise. */
public final class TruthFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    /** The file. */
    public TruthFile(Path file) {
        this.file = file;
    }

    /**
     * What is true of one enterprise.
     *
     * @param alerts the limits that it exceeds in months and years
     * @param awaited alerts that it should have and no rule gives yet, in words
     */
    public record OfEnterprise(String code, List<TrueFigure> figures, List<Alert> alerts, List<String> awaited) {
        /** Copies the lists. */
        public OfEnterprise {
            figures = List.copyOf(figures);
            alerts = List.copyOf(alerts);
            awaited = List.copyOf(awaited);
        }
    }

    /** An alert that there should be of an indicator in a period. */
    public record Alert(String indicator, String kind, String start) {}

    /**
     * Reads all of it.
     *
     * @param taker told of each enterprise
     * @return the file's first line
     */
    public JsonNode read(Consumer<OfEnterprise> taker) {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            String first = in.readLine();
            JsonNode head = first == null ? JSON.createObjectNode() : JSON.readTree(first);
            if (!head.path("type").asText().equals("truth")) {
                throw new InvalidSettings(
                        List.of(file + " is no truth file; \"simulate run\" and \"simulate truth\"" + " write one"));
            }
            Gathered gathered = new Gathered("");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode node = JSON.readTree(line);
                String code = node.path("enterprise").asText();
                if (!code.equals(gathered.code)) {
                    gathered.tell(taker);
                    gathered = new Gathered(code);
                }
                gathered.take(node);
            }
            gathered.tell(taker);
            return head;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Gathered {
        private final String code;
        private final List<TrueFigure> figures = new ArrayList<>();
        private final List<Alert> alerts = new ArrayList<>();
        private final List<String> awaited = new ArrayList<>();

        Gathered(String code) {
            this.code = code;
        }

        void tell(Consumer<OfEnterprise> taker) {
            if (!code.isEmpty()) {
                taker.accept(new OfEnterprise(code, figures, alerts, awaited));
            }
        }

        void take(JsonNode line) {
            switch (line.path("type").asText()) {
                case "figure" -> figures.add(figure(line));
                case "alert" -> {
                    if (line.has("indicator")) {
                        alerts.add(new Alert(
                                line.path("indicator").asText(),
                                line.path("kind").asText(),
                                line.path("start").asText()));
                    } else {
                        awaited.add(line.path("alert").asText() + " "
                                + line.path("meter").asText(line.path("device").asText()) + " from "
                                + line.path("from").asText());
                    }
                }
                default -> {
                    // What passed and what was done is for people.
                }
            }
        }
    }

    private static TrueFigure figure(JsonNode line) {
        List<String> reasons = new ArrayList<>();
        line.path("reasons").forEach(reason -> reasons.add(reason.asText()));
        List<Cover> covers = new ArrayList<>();
        for (JsonNode cover : line.path("covers")) {
            covers.add(new Cover(
                    cover.get(0).asLong(),
                    cover.get(1).asLong(),
                    cover.get(2).asLong(),
                    cover.get(3).asLong(),
                    cover.get(4).asLong()));
        }
        return new TrueFigure(
                line.path("enterprise").asText(),
                line.path("indicator").asText(),
                new TruthPeriod(line.path("kind").asText(), day(line, "start"), day(line, "end")),
                new BigDecimal(line.path("numerator").asText()),
                new BigDecimal(line.path("denominator").asText()),
                OffsetDateTime.parse(line.path("until").asText()).toInstant().toEpochMilli(),
                line.path("judged").asBoolean(),
                number(line, "limit"),
                number(line, "allowed"),
                reasons,
                covers,
                line.has("since") ? Optional.of(day(line, "since")) : Optional.empty());
    }

    private static LocalDate day(JsonNode line, String member) {
        return LocalDate.parse(line.path(member).asText());
    }

    private static Optional<BigDecimal> number(JsonNode line, String member) {
        return line.has(member) ? Optional.of(new BigDecimal(line.path(member).asText())) : Optional.empty();
    }
}
