package io.kilowatch.aggregator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Numbers and words that are stored or sent, so that they must stay as they are. */
class MarkTest {
    @Test
    void marksAreStoredByTheirOrder() {
        assertThat(Mark.values())
                .containsExactly(
                        Mark.GOOD,
                        Mark.CONFIRMED,
                        Mark.RESET,
                        Mark.STEP_BACK,
                        Mark.ZERO,
                        Mark.JUMP,
                        Mark.OVERLAP,
                        Mark.OTHER_KIND,
                        Mark.UNREGISTERED);
    }

    @Test
    void kindsAndSourcesAreStoredByTheirOrder() {
        assertThat(ReadingKind.values()).containsExactly(ReadingKind.REGISTER, ReadingKind.AMOUNT, ReadingKind.POWER);
        assertThat(ReadingSource.values())
                .containsExactly(
                        ReadingSource.MEASURED, ReadingSource.ESTIMATED, ReadingSource.MANUAL, ReadingSource.SUPPLIER);
    }

    @Test
    void aMarkIsFoundByItsStoredNumber() {
        for (Mark mark : Mark.values()) {
            assertThat(Mark.of(mark.ordinal())).isSameAs(mark);
        }
    }

    @Test
    void theFirstThreeCount() {
        assertThat(Arrays.stream(Mark.values()).filter(Mark::counts))
                .containsExactly(Mark.GOOD, Mark.CONFIRMED, Mark.RESET);
    }

    @Test
    void marksHaveWords() {
        assertThat(Arrays.stream(Mark.values()).map(Mark::word))
                .containsExactly(
                        "good",
                        "confirmed",
                        "reset",
                        "step-back",
                        "zero",
                        "jump",
                        "overlap",
                        "other-kind",
                        "unregistered");
    }
}
