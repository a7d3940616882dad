package io.kilowatch.aggregator.stream;

import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.PointBuilder.aReading;
import static io.kilowatch.aggregator.testing.Times.HOUR;
import static io.kilowatch.aggregator.testing.Times.MINUTE;
import static io.kilowatch.aggregator.testing.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.ledger.Definition;
import io.kilowatch.aggregator.ledger.Flow;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.ledger.SlotChanges;
import io.kilowatch.domain.BusinessCalendar;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Late readings where the database gives none around them; what it gives is tested on real ones. */
class LateReadingsTest {
    private static final long NINE = at("2026-08-01T09:00");
    private static final Flow FLOW =
            Flow.of(Definition.of(aMeter().build(), BusinessCalendar.CHINA), BusinessCalendar.CHINA);

    private final MeterLedger meter = MeterLedger.empty(1, FLOW);

    @Test
    void readingsBeforeTheLatestAreEnteredAmongWhatIsStored() throws SQLException {
        meter.entered(NINE + HOUR);

        SlotChanges changes = enter(reading(0, "1", 1), reading(15, "2", 2));

        assertThat(changes.size()).isEqualTo(1);
        assertThat(changes.amount(0)).isEqualTo(1_000_000);
    }

    @Test
    void ofSeveralClaimsOfAnInstantTheLatestIsEntered() throws SQLException {
        meter.entered(NINE + HOUR);

        SlotChanges changes = enter(reading(0, "1", 1), reading(15, "2", 2), reading(15, "5", 4), reading(15, "3", 3));

        assertThat(changes.amount(0)).isEqualTo(4_000_000);
    }

    @Test
    void readingsAheadAreLeftToBeEnteredLater() throws SQLException {
        meter.entered(NINE);

        SlotChanges changes = enter(reading(15, "1", 1), reading(30, "2", 2));

        assertThat(changes.size()).isZero();
    }

    private SlotChanges enter(Point... points) throws SQLException {
        MeterPosting posting = new MeterPosting(meter);
        new LateReadings().enter(EmptyDatabase.connection(), List.of(new Entering(posting, List.of(points))));
        posting.close();
        return posting.changes();
    }

    private static Point reading(long minutes, String value, int position) {
        return aReading(NINE + minutes * MINUTE).of(value).inPosition(position).build();
    }
}
