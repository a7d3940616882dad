package io.kilowatch.aggregator.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.store.ReadingStore.Place;
import io.kilowatch.domain.ReadingKind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StretchTest {
    private static final long DAY = 86_400_000L;

    @Test
    void joinsPlacesOfAMeterThatAreADayApartOrLess() {
        List<Stretch> stretches = Stretch.covering(List.of(place(1, 2 * DAY), place(1, 0), place(1, DAY)));

        assertThat(stretches).containsExactly(new Stretch(1, 0, 2 * DAY, ReadingKind.REGISTER));
    }

    @Test
    void leavesOutWhatLiesBetweenPlacesFarApart() {
        List<Stretch> stretches = Stretch.covering(List.of(place(1, 0), place(1, DAY + 1)));

        assertThat(stretches)
                .containsExactly(
                        new Stretch(1, 0, 0, ReadingKind.REGISTER),
                        new Stretch(1, DAY + 1, DAY + 1, ReadingKind.REGISTER));
    }

    @Test
    void keepsMetersAndKindsApart() {
        List<Stretch> stretches =
                Stretch.covering(List.of(place(1, 5), place(2, 5), place(1, 9), new Place(1, 7, ReadingKind.AMOUNT)));

        assertThat(stretches)
                .containsExactlyInAnyOrder(
                        new Stretch(1, 5, 9, ReadingKind.REGISTER),
                        new Stretch(1, 7, 7, ReadingKind.AMOUNT),
                        new Stretch(2, 5, 5, ReadingKind.REGISTER));
    }

    private static Place place(int meter, long at) {
        return new Place(meter, at, ReadingKind.REGISTER);
    }
}
