package io.kilowatch.simulators.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.simulators.feed.Feed;
import io.kilowatch.simulators.feed.FeedReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplaySequenceTest {
    @TempDir
    private Path folder;

    @Test
    void eachLapOfALoopGoesOnByWholeDaysAndRegistersFromWhereTheyWere() throws IOException {
        Order loop = new Order(OptionalLong.empty(), 3, true, Shift.parse("P1D"));

        assertThat(sent(loop, 0))
                .containsExactly(
                        "2026-01-02T00:00:00Z 100",
                        "2026-01-02T00:00:00Z 5",
                        "2026-01-03T01:00:00Z 107.5",
                        "2026-01-04T00:00:00Z 107.5",
                        "2026-01-04T00:00:00Z 5",
                        "2026-01-05T01:00:00Z 115",
                        "2026-01-06T00:00:00Z 115",
                        "2026-01-06T00:00:00Z 5",
                        "2026-01-07T01:00:00Z 122.5");
        assertThat(sent(loop, 2)).isEqualTo(sent(loop, 0).subList(6, 9));
        assertThat(sent(loop, 3)).isEmpty();
    }

    @Test
    void aRepetitionSendsTheSameAgain() throws IOException {
        List<String> once = sent(new Order(OptionalLong.empty(), 1, false, Shift.NONE), 0);

        assertThat(once)
                .containsExactly("2026-01-01T00:00:00Z 100", "2026-01-01T00:00:00Z 5", "2026-01-02T01:00:00Z 107.5");
        List<String> twice = sent(new Order(OptionalLong.empty(), 2, false, Shift.NONE), 0);
        assertThat(twice.subList(0, 3)).isEqualTo(once);
        assertThat(twice.subList(3, 6)).isEqualTo(once);
    }

    private List<String> sent(Order order, long lap) throws IOException {
        Path file = Files.writeString(folder.resolve("feed.jsonl"), """
                {"device":"E/gw-1","meter":"R","at":"2026-01-01T00:00:00Z","register":"100"}
                {"device":"E/gw-1","meter":"A","at":"2026-01-01T00:00:00Z","amount":"5"}
                {"device":"E/gw-1","meter":"R","at":"2026-01-02T01:00:00Z","register":"107.5"}
                """);
        Feed feed = Feed.of(List.of(file), Optional.empty(), Optional.empty());
        List<String> sent = new ArrayList<>();
        try (ReplaySequence sequence = new ReplaySequence(feed, Survey.of(feed, bad -> {}), order, lap)) {
            while (sequence.hasNext()) {
                FeedReading one = sequence.next();
                sent.add(one.at() + " "
                        + one.reading().value().stripTrailingZeros().toPlainString());
            }
        }
        return sent;
    }
}
