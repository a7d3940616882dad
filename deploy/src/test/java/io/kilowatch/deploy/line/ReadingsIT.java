package io.kilowatch.deploy.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.ledger.Mark;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.ledger.Timeline.Part;
import io.kilowatch.aggregator.store.Neighbourhoods;
import io.kilowatch.aggregator.store.ReadingStore;
import io.kilowatch.aggregator.store.Stretch;
import io.kilowatch.aggregator.store.Surroundings;
import io.kilowatch.deploy.testing.RealDatabase;
import io.kilowatch.deploy.testing.RealDatabase.Flavour;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import io.kilowatch.platform.database.Database;
import io.kilowatch.platform.database.DatabaseConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the ledger reads around late readings, on a real database. */
class ReadingsIT {
    private static final long DAY = 86_400_000;
    private static final long START = 1_785_513_600_000L;

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void aStretchIsReadWithSomeReadingsOnEachSide(Flavour flavour) throws Exception {
        assertThat(around(flavour, 100, 2, at(10, 1), at(11, 1)))
                .containsExactly(new Surroundings(at(10, 1), at(11, 1), part(9, 13, false, false)));
    }

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void fewerOnASideMeanThatItIsTheEnd(Flavour flavour) throws Exception {
        assertThat(around(flavour, 20, 3, at(1, 1)))
                .containsExactly(new Surroundings(at(1, 1), at(1, 1), part(0, 4, true, false)));
        assertThat(around(flavour, 20, 3, at(2, 1)))
                .containsExactly(new Surroundings(at(2, 1), at(2, 1), part(0, 5, false, false)));
        assertThat(around(flavour, 20, 3, at(17, 1)))
                .containsExactly(new Surroundings(at(17, 1), at(17, 1), part(15, 19, false, true)));
        assertThat(around(flavour, 0, 3, at(17, 1)))
                .containsExactly(new Surroundings(at(17, 1), at(17, 1), part(0, -1, true, true)));
    }

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void stretchesThatShareReadingsAreJoined(Flavour flavour) throws Exception {
        assertThat(around(flavour, 100, 3, at(10, 1), at(15, 1), at(60, 0)))
                .containsExactly(
                        new Surroundings(at(10, 1), at(15, 1), part(8, 18, false, false)),
                        new Surroundings(at(60, 0), at(60, 0), part(57, 63, false, false)));
    }

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void stretchesThatShareNoReadingStayApart(Flavour flavour) throws Exception {
        assertThat(around(flavour, 100, 3, at(10, 1), at(16, 1)))
                .containsExactly(
                        new Surroundings(at(10, 1), at(10, 1), part(8, 13, false, false)),
                        new Surroundings(at(16, 1), at(16, 1), part(14, 19, false, false)));
    }

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void whereTheMarginHoldsEnoughNothingBeyondItIsRead(Flavour flavour) throws Exception {
        assertThat(within(flavour, 100, 8 * DAY, 3, at(10, 1)))
                .containsExactly(new Surroundings(at(10, 1), at(10, 1), part(7, 14, false, false)));
        assertThat(within(flavour, 100, 8 * DAY, 6, at(10, 1)))
                .containsExactly(new Surroundings(at(10, 1), at(10, 1), part(5, 16, false, false)));
    }

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void aMarginThatReachesTheLatestReadingIsTheEnd(Flavour flavour) throws Exception {
        assertThat(within(flavour, 20, 8 * DAY, 3, at(18, 1)))
                .containsExactly(new Surroundings(at(18, 1), at(18, 1), part(15, 19, false, true)));
    }

    private static List<Surroundings> around(Flavour flavour, int stored, int reach, long... places) throws Exception {
        return within(flavour, stored, 0, reach, places);
    }

    /** With one reading each second day, so that places on different days are stretches of their own. */
    private static List<Surroundings> within(Flavour flavour, int stored, long margin, int reach, long... places)
            throws Exception {
        try (RealDatabase real = RealDatabase.fresh(flavour);
                Database database =
                        Database.open(new DatabaseConfig(real.jdbcUrl(), real.user(), real.password()), "test", 2)) {
            return database.inTransaction(connection -> {
                ReadingStore readings = new ReadingStore();
                for (int meter : List.of(1, 2)) {
                    readings(0, stored - 1).forEach(point -> readings.addAhead(meter, point));
                }
                readings.write(connection);
                List<Stretch> stretches =
                        Stretch.covering(2, LongStream.of(places).boxed().toList(), DAY);
                Neighbourhoods neighbourhoods = new Neighbourhoods();
                stretches.forEach(stretch -> neighbourhoods.add(stretch, at(stored - 1, 0), margin));
                neighbourhoods.look(connection);
                Map<Integer, List<Surroundings>> found = neighbourhoods.reaching(connection, number -> true, reach);
                assertThat(found).containsOnlyKeys(2);
                return found.getOrDefault(2, List.of());
            });
        }
    }

    private static Part part(int first, int last, boolean fromStart, boolean toEnd) {
        return new Part(readings(first, last), fromStart, toEnd);
    }

    private static List<Point> readings(int first, int last) {
        List<Point> points = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            points.add(
                    new Point(at(i, 0), i, ReadingKind.REGISTER, ReadingSource.SUPPLIER, START, i, 3, Mark.CONFIRMED));
        }
        return points;
    }

    private static long at(int reading, int millis) {
        return START + 2 * reading * DAY + millis;
    }
}
