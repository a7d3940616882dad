package io.kilowatch.ingest.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kilowatch.platform.config.InvalidSettings;
import io.kilowatch.platform.config.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BridgeConfigTest {
    @Test
    void isOneOfAGroupAndNamedAfterItsMachineUnlessToldOtherwise() {
        BridgeConfig config = from(Map.of("bridge-url", "mqtt://broker"));

        assertThat(config.group()).contains("kilowatch");
        assertThat(config.enterprises()).isEmpty();
        assertThat(config.broker().clientId()).isEqualTo("kilowatch-bridge-m1");
        assertThat(config.broker().maxInFlight()).isEqualTo(256);
        assertThat(from(Map.of("bridge-url", "mqtt://broker", "bridge-group", "none"))
                        .group())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mqtt://broker, tcp://broker:1883",
        "tcp://10.0.0.1:1884, tcp://10.0.0.1:1884",
        "mqtts://broker, ssl://broker:8883",
        "ssl://[::1]:8884, ssl://[::1]:8884"
    })
    void takesTheUsualFormsOfABrokersAddress(String given, String meant) {
        assertThat(from(Map.of("bridge-url", given)).broker().url()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"broker", "http://broker", "mqtt://user:secret@broker", "mqtt://broker/topic", "mqtt://"})
    void refusesOtherAddresses(String given) {
        assertThatThrownBy(() -> from(Map.of("bridge-url", given)))
                .isInstanceOfSatisfying(
                        InvalidSettings.class,
                        e -> assertThat(e.faults()).anyMatch(fault -> fault.contains("mqtt://")));
    }

    @Test
    void reportsFaultsTogether() {
        Map<String, String> options = Map.of(
                "bridge-url", "mqtt://broker",
                "bridge-password", "secret",
                "bridge-ca", "ca.pem",
                "bridge-group", "a/b",
                "bridge-session-expiry", "P60000D");

        assertThatThrownBy(() -> from(options))
                .isInstanceOfSatisfying(
                        InvalidSettings.class, e -> assertThat(e.faults()).hasSize(4));
    }

    @Test
    void neverShowsThePassword() {
        Map<String, String> options =
                Map.of("bridge-url", "mqtt://broker", "bridge-user", "u", "bridge-password", "secret");

        assertThat(from(options).toString()).doesNotContain("secret");
        assertThat(BrokerConfig.PASSWORD.secret()).isTrue();
    }

    private static BridgeConfig from(Map<String, String> options) {
        Settings settings = new Settings(options, Map.of());
        BridgeConfig config = BridgeConfig.from(settings, "m1");
        settings.check();
        return config;
    }
}
