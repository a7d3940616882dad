package io.kilowatch.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ZoneConfigTest {
    @Test
    void isChinasUnlessAnotherIsGiven() {
        assertThat(ZoneConfig.from(new Settings(Map.of(), Map.of())).zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(ZoneConfig.from(new Settings(Map.of(), Map.of("KILOWATCH_TIME_ZONE", "Asia/Urumqi")))
                        .zone())
                .isEqualTo(ZoneId.of("Asia/Urumqi"));
    }

    @Test
    void refusesAZoneThatDoesNotExist() {
        Settings settings = new Settings(Map.of("time-zone", "Asia/Nowhere"), Map.of());
        ZoneConfig.from(settings);

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(settings::check)
                .withMessageContaining("--time-zone is \"Asia/Nowhere\": give a zone such as Asia/Shanghai");
    }
}
