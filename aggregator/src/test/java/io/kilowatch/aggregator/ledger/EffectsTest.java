package io.kilowatch.aggregator.ledger;

import static io.kilowatch.aggregator.ledger.Followed.NINE;
import static io.kilowatch.aggregator.ledger.Followed.QUARTER;
import static io.kilowatch.aggregator.testing.PointBuilder.aReading;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.testing.PlainLedger.Slot;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EffectsTest {
    private final SlotChanges changes = new SlotChanges();

    @Test
    void addingAddsWhatFlowsAndTakesWhatIsTakenBack() {
        Effects effects = Effects.adding(changes);

        effects.flow(NINE, NINE + QUARTER, 7, true);
        effects.flow(NINE + QUARTER, NINE + 2 * QUARTER, 5, false);
        effects.unflow(NINE, NINE + QUARTER, 3, true);

        assertThat(Followed.slots(changes))
                .containsExactly(Map.entry(NINE, Slot.of(4, 0, 0)), Map.entry(NINE + QUARTER, Slot.of(5, 0, QUARTER)));
    }

    @Test
    void takingBackDoesTheOpposite() {
        Effects effects = Effects.takingBack(changes);

        effects.flow(NINE, NINE + QUARTER, 7, true);
        effects.unflow(NINE + QUARTER, NINE + 2 * QUARTER, 5, false);

        assertThat(Followed.slots(changes))
                .containsExactly(
                        Map.entry(NINE, Slot.of(-7, -QUARTER, 0)), Map.entry(NINE + QUARTER, Slot.of(5, 0, QUARTER)));
    }

    @Test
    void nothingIsNotedOfAGoodReadingThatWasGood() {
        Effects effects = Effects.adding(changes);

        effects.good(aReading(NINE).build());

        assertThat(effects.marks()).isEmpty();
    }

    @Test
    void aReadingThatIsGoodNowIsNoted() {
        Effects effects = Effects.adding(changes);

        effects.good(aReading(NINE).marked(Mark.ZERO).build());

        assertThat(effects.marks()).containsExactly(Map.entry(NINE, Mark.GOOD));
    }

    @Test
    void theLatestMarkOfAnInstantStands() {
        Effects effects = Effects.adding(changes);

        effects.mark(aReading(NINE).build(), Mark.JUMP);
        effects.mark(aReading(NINE).build(), Mark.RESET);

        assertThat(effects.marks()).containsExactly(Map.entry(NINE, Mark.RESET));
    }

    @Test
    void clearingForgetsTheMarksAndLeavesTheSlots() {
        Effects effects = Effects.adding(changes);
        effects.flow(NINE, NINE + QUARTER, 7, true);
        effects.mark(aReading(NINE).build(), Mark.JUMP);

        effects.clear();

        assertThat(effects.marks()).isEmpty();
        assertThat(changes.size()).isEqualTo(1);
    }
}
