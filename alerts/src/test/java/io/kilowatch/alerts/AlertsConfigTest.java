package io.kilowatch.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.platform.config.InvalidSettings;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.config.ZoneConfig;
import java.time.ZoneId;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class AlertsConfigTest {
    @Test
    void alertsMonthsAndYearsUnlessToldOtherwise() {
        assertThat(AlertsConfig.from(new Settings(Map.of(), Map.of())).periods())
                .containsExactlyInAnyOrder(PeriodKind.MONTH, PeriodKind.YEAR);
        assertThat(AlertsConfig.from(new Settings(Map.of("alert-periods", "day"), Map.of()))
                        .periods())
                .containsExactly(PeriodKind.DAY);
    }

    @Test
    void writesTimesInTheBusinessCalendarsZone() {
        assertThat(AlertsConfig.from(new Settings(Map.of(), Map.of())).calendar())
                .isEqualTo(BusinessCalendar.CHINA);
        assertThat(AlertsConfig.from(new Settings(Map.of("time-zone", "Asia/Urumqi"), Map.of()))
                        .calendar())
                .isEqualTo(new BusinessCalendar(ZoneId.of("Asia/Urumqi")));
        assertThat(AlertsConfig.OPTIONS).contains(ZoneConfig.TIME_ZONE);
    }

    @Test
    void namesTheOptionOfAnUnknownPeriod() {
        Settings settings = new Settings(Map.of("alert-periods", "week"), Map.of());
        AlertsConfig.from(settings);

        Assertions.assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(settings::check)
                .withMessageContaining("--alert-periods")
                .withMessageContaining("day, month or year");
    }
}
