package io.kilowatch.simulators.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.simulators.device.Gateway;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DryRunTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final List<String> examined = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void tellsWhatTheFeedHoldsAndWhatWouldBeRefused() throws IOException {
        feed("""
                {"device":"E/gw-1","meter":"A","at":"2026-01-01T00:00:00+08:00","amount":"1"}
                {"device":"E/gw-1","meter":"B","at":"2026-01-01T00:00:00+08:00","register":"7"}
                {"device":"E/gw-2","meter":"C","at":"2026-01-02T00:00:00+08:00","power":"3"}
                {"device":"E/gw-1","meter":"B","at":"2026-01-01T00:15:00+08:00","register":"8"}
                """);

        boolean clean = run((device, payload) -> {
            examined.add(device + ' ' + new String(payload, StandardCharsets.UTF_8));
            return device.equals("E/gw-2")
                    ? List.of(new Examiner.Finding(-1, "unknown-device", "nobody"))
                    : List.of(
                            new Examiner.Finding(1, "unknown-meter", "no such meter"),
                            new Examiner.Finding(2, "unknown-meter", "no such meter"));
        });

        assertThat(clean).isFalse();
        assertThat(examined).hasSize(2).anyMatch(text -> text.contains("2026-02-01T00:00:00+08:00"));
        assertThat(lines())
                .anyMatch(line ->
                        line.startsWith("4 readings of 2 devices and 3 meters, from 2026-02-01T00:00:00+08:00 to"
                                + " 2026-02-02T00:00:00+08:00; 0 bad rows"))
                .anyMatch(line -> line.matches("E/gw-1 +B +register +2 +2  2026-02-01T00:00:00.*"))
                .anyMatch(line -> line.matches("E/gw-2 +C +power +1 +1  .*"))
                .anyMatch(line -> line.matches("E/gw-1 +A +amount +1 +0  .*"))
                .anyMatch(line -> line.equals("3 readings would be refused:"))
                .anyMatch(line ->
                        line.contains("2 of E/gw-1, meter B: unknown-meter, first at 2026-02-01T00:00:00+08:00"))
                .anyMatch(line -> line.contains("1 of E/gw-2: unknown-device"));
    }

    @Test
    void isCleanWhereNothingIsRefused() throws IOException {
        feed("{\"device\":\"E/gw-1\",\"meter\":\"A\",\"at\":\"2026-01-01T00:00:00+08:00\",\"amount\":\"1\"}\n");

        assertThat(run((device, payload) -> List.of())).isTrue();
        assertThat(lines()).contains("nothing would be refused");
    }

    @Test
    void aFeedWithoutAReadingIsNotClean() throws IOException {
        feed("{}\n");

        assertThat(run((device, payload) -> List.of())).isFalse();
        assertThat(lines())
                .anyMatch(line -> line.contains("feed.jsonl:1: skipped"))
                .anyMatch(line -> line.startsWith("nothing would be sent"));
    }

    private void feed(String text) throws IOException {
        Files.writeString(folder.resolve("feed.jsonl"), text);
    }

    private boolean run(Examiner examiner) {
        ReplayConfig config = new ReplayConfig(
                new Gateway("127.0.0.1", 1, false),
                new FeedSource(List.of(folder.resolve("feed.jsonl")), Optional.empty(), Optional.empty()),
                Passwords.of(Optional.of("p")),
                OptionalDouble.empty(),
                new Order(OptionalLong.empty(), 3, false, new Shift.By(Duration.ofDays(31))),
                false,
                500,
                4);
        PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        return new DryRun(
                        config, Optional.of(examiner), out, InstantSource.fixed(Instant.parse("2026-03-01T00:00:00Z")))
                .run();
    }

    private List<String> lines() {
        return shown.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
