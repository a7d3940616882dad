package io.kilowatch.deploy.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kilowatch.domain.BusinessCalendar;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FeedTimeTest {
    @Test
    void aDayIsOfTheCalendarAndGoesToItsEnd() {
        FeedTime day = FeedTime.parse("2026-11-22");

        assertThat(day.first(BusinessCalendar.CHINA)).isEqualTo(millis("2026-11-21T16:00:00Z"));
        assertThat(day.end(BusinessCalendar.CHINA)).isEqualTo(millis("2026-11-22T16:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T10:15", "2026-11-22T10:15:00+08:00", "2026-11-22T02:15:00Z"})
    void aMomentIsOfTheCalendarUnlessItHasAnOffset(String text) {
        FeedTime moment = FeedTime.parse(text);

        assertThat(moment.first(BusinessCalendar.CHINA)).isEqualTo(millis("2026-11-22T02:15:00Z"));
        assertThat(moment.end(BusinessCalendar.CHINA)).isEqualTo(millis("2026-11-22T02:15:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "22.11.2026", "2026-11-32", "2026-11-22T", "10:15"})
    void anythingElseIsRefusedWithWhatIsAllowed(String text) {
        assertThatThrownBy(() -> FeedTime.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-11-22T10:15");
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
