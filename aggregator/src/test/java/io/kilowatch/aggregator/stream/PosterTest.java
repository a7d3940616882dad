package io.kilowatch.aggregator.stream;

import static io.kilowatch.aggregator.testing.EnterpriseBuilder.anEnterprise;
import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.Times.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.store.Sum;
import io.kilowatch.aggregator.store.SumKey;
import io.kilowatch.aggregator.stream.Inbox.Letter;
import io.kilowatch.aggregator.stream.Inbox.Mail;
import io.kilowatch.aggregator.testing.Times;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Micros;
import io.kilowatch.domain.Reading;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import io.kilowatch.registry.feed.RegistrySnapshot;
import io.kilowatch.registry.topics.ReadingBatch;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
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
        ledgers.of(code).put(new SumKey(0, year(2026)), new Sum(Long.MAX_VALUE, 0, 0));
        Mail mail = mail(code, amount("2026-08-01T12:00", "7"));

        Poster.Posted posted =
                new Poster(BusinessCalendar.CHINA, ledgers).post(EmptyDatabase.connection(), Map.of(code, mail));

        assertThat(posted.impossible()).containsOnlyKeys(code);
        assertThat(posted.touched()).isEmpty();
        assertThat(posted.added()).isZero();
        assertThat(ledgers.holds(code)).isFalse();
    }

    private static Mail mail(String code, Reading... readings) {
        ReadingBatch batch = new ReadingBatch(code, "d1", "", 1, OptionalLong.empty(), 0, List.of(readings));
        return new Mail(List.of(new Letter(batch, 0)), List.of());
    }

    private static Reading amount(String at, String value) {
        return new Reading("m1", Times.at(at), ReadingKind.AMOUNT, Micros.parse(value), ReadingSource.MEASURED);
    }
}
