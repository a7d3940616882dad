package io.kilowatch.aggregator.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StretchTest {
    private static final long HOUR = 3_600_000L;

    @Test
    void noPlacesNeedNoStretch() {
        assertThat(Stretch.covering(1, List.of(), HOUR)).isEmpty();
    }

    @Test
    void placesThatAreAStepApartOrLessAreJoined() {
        assertThat(Stretch.covering(1, List.of(0L, HOUR, HOUR, 2 * HOUR), HOUR))
                .containsExactly(new Stretch(1, 0, 2 * HOUR));
    }

    @Test
    void whatLiesBetweenPlacesFarApartIsLeftOut() {
        assertThat(Stretch.covering(1, List.of(0L, HOUR + 1), HOUR))
                .containsExactly(new Stretch(1, 0, 0), new Stretch(1, HOUR + 1, HOUR + 1));
    }

    @Test
    void aMarginIsAddedOnBothSides() {
        assertThat(new Stretch(1, 5, 9).widened(3)).isEqualTo(new Stretch(1, 2, 12));
    }
}
