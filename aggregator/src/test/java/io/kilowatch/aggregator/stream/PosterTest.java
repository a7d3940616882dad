package io.kilowatch.aggregator.stream;

import static io.kilowatch.aggregator.testing.EnterpriseBuilder.anEnterprise;
import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.PointBuilder.aReading;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.registry.feed.RegistrySnapshot;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PosterTest {
    @Test
    void anEnterpriseWhoseReadingsCannotBeAddedUpIsPutAsideAndForgotten() throws SQLException {
        Enterprise enterprise = anEnterprise()
                .with(aMeter().ofKind(ReadingKind.AMOUNT))
                .comprehensive("m1")
                .build();
        String code = enterprise.code().text();
        Ledgers ledgers = new Ledgers(BusinessCalendar.CHINA);
        ledgers.load(
                EmptyDatabase.connection(),
                List.of(code),
                new RegistrySnapshot(Map.of(code, new RegistrySnapshot.Entry(enterprise, 0))));
        List<Point> points = new ArrayList<>(List.of(huge("2026-08-01T12:00"), huge("2026-08-02T12:00")));

        Poster.Posted posted = new Poster(BusinessCalendar.CHINA, ledgers)
                .post(EmptyDatabase.connection(), Map.of(code, new Inbox.Mail(Map.of("m1", points), List.of())));

        assertThat(posted.impossible()).containsOnlyKeys(code);
        assertThat(posted.touched()).isEmpty();
        assertThat(posted.added()).isZero();
        assertThat(ledgers.holds(code)).isFalse();
    }

    private static Point huge(String at) {
        return aReading(at).of("9000000000000").ofKind(ReadingKind.AMOUNT).build();
    }
}
