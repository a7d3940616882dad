package io.kilowatch.aggregator.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.store.Readings.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class StretchTest {
    private static final long DAY = 86_400_000L;

    @Test
    void noPlacesNeedNoStretch() {
        assertThat(Stretch.covering(List.of())).isEmpty();
    }

    @Test
    void placesOfAMeterADayApartOrLessAreJoined() {
        List<Stretch> stretches =
                Stretch.covering(List.of(new Place(1, 2 * DAY), new Place(1, 0), new Place(1, DAY), new Place(1, DAY)));

        assertThat(stretches).containsExactly(new Stretch(1, 0, 2 * DAY));
    }

    @Test
    void whatLiesBetweenPlacesFarApartIsLeftOut() {
        List<Stretch> stretches = Stretch.covering(List.of(new Place(1, 0), new Place(1, DAY + 1)));

        assertThat(stretches).containsExactly(new Stretch(1, 0, 0), new Stretch(1, DAY + 1, DAY + 1));
    }

    @Test
    void metersAreKeptApart() {
        List<Stretch> stretches =
                Stretch.covering(List.of(new Place(2, 5), new Place(1, 9), new Place(2, 6), new Place(1, 5)));

        assertThat(stretches).containsExactly(new Stretch(1, 5, 9), new Stretch(2, 5, 6));
    }
}
