package io.kilowatch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SlotTest {
    @Property
    void holdsItsInstant(@ForAll @LongRange(min = -4_000_000_000_000L, max = 4_000_000_000_000L) long millis) {
        long slot = Slot.of(millis);

        assertThat(millis).isBetween(slot, slot + Slot.LENGTH - 1);
        assertThat(slot % Slot.LENGTH).isZero();
    }

    @Property
    void theFirstAtOrAfterIsLessThanOneSlotAway(
            @ForAll @LongRange(min = -4_000_000_000_000L, max = 4_000_000_000_000L) long millis) {
        long slot = Slot.atOrAfter(millis);

        assertThat(slot - millis).isBetween(0L, Slot.LENGTH - 1);
        assertThat(slot % Slot.LENGTH).isZero();
    }

    @Test
    void aBoundaryBelongsToTheSlotItStarts() {
        assertThat(Slot.of(900_000)).isEqualTo(900_000);
        assertThat(Slot.atOrAfter(900_000)).isEqualTo(900_000);
        assertThat(Slot.atOrAfter(900_001)).isEqualTo(1_800_000);
        assertThat(Slot.of(-1)).isEqualTo(-900_000);
    }
}
