package io.kilowatch.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Option<Integer> PORT = Option.port("mqtt-port", 1883, "port of the MQTT server");
    private static final Option<Duration> WINDOW = Option.duration("late-window", "PT15M", "how late a reading may be");
    private static final Option<String> TOKEN =
            Option.of("token", "TEXT", "", "a token", SettingsTest::shortToken).asSecret();
    private static final Option<String> REGION = Option.text("region", "CODE", "", "region to serve");
    private static final Option<Boolean> TLS = Option.flag("tls", "whether to use TLS");

    private static String shortToken(String text) {
        if (text.length() > 3) {
            throw new IllegalArgumentException("not " + text + " please");
        }
        return text;
    }

    @Test
    void takesTheCommandLineBeforeTheEnvironmentBeforeTheDefault() {
        Map<String, String> environment = Map.of("KILOWATCH_MQTT_PORT", "2883", "KILOWATCH_LATE_WINDOW", "PT1H");

        Settings settings = new Settings(Map.of("mqtt-port", "3883"), environment);

        assertThat(settings.value(PORT)).isEqualTo(3883);
        assertThat(settings.value(WINDOW)).isEqualTo(Duration.ofHours(1));
        assertThat(new Settings(Map.of(), Map.of()).value(PORT)).isEqualTo(1883);
        settings.check();
    }

    @Test
    void reportsAllFaultsTogetherEachWithWhereItCameFromAndHowToMendIt() {
        Settings settings = new Settings(
                Map.of("mqtt-port", "65536"),
                Map.of("KILOWATCH_LATE_WINDOW", "15 minutes", "KILOWATCH_TLS", "perhaps"));

        settings.value(PORT);
        settings.value(WINDOW);
        settings.value(TLS);
        settings.fault("--a and --b exclude each other");

        InvalidSettings invalid = catchThrowableOfType(InvalidSettings.class, settings::check);
        assertThat(invalid.faults())
                .containsExactly(
                        "--mqtt-port is \"65536\": give a whole number from 0 to 65535",
                        "KILOWATCH_LATE_WINDOW is \"15 minutes\": give an ISO 8601 duration such as PT15M",
                        "KILOWATCH_TLS is \"perhaps\": give true or false",
                        "--a and --b exclude each other");
        assertThat(invalid).hasMessage(String.join(System.lineSeparator(), invalid.faults()));
    }

    @Test
    void reportsAFaultOnceHoweverOftenItIsRead() {
        Settings settings = new Settings(Map.of("mqtt-port", "x"), Map.of());

        assertThat(settings.value(PORT)).isEqualTo(1883);
        assertThat(settings.value(PORT)).isEqualTo(1883);

        assertThat(catchThrowableOfType(InvalidSettings.class, settings::check).faults())
                .hasSize(1);
    }

    @Test
    void neverShowsASecret() {
        Settings settings = new Settings(Map.of("token", "hunter22"), Map.of());

        settings.optional(TOKEN);

        assertThatThrownBy(settings::check).hasMessageContaining("--token").hasMessageNotContaining("hunter22");
    }

    @Test
    void namesTheOptionAndTheVariableThatAreMissingAndWhatWasWrongBefore() {
        Settings settings = new Settings(Map.of("mqtt-port", "x"), Map.of());
        settings.value(PORT);

        InvalidSettings invalid = catchThrowableOfType(InvalidSettings.class, () -> settings.value(REGION));

        assertThat(invalid.faults()).hasSize(2);
        assertThat(invalid.faults().get(1)).contains("--region", "KILOWATCH_REGION", "region to serve");
    }

    @Test
    void doesNotCallAWrongValueMissing() {
        Settings settings = new Settings(Map.of("token", "hunter22"), Map.of());

        InvalidSettings invalid = catchThrowableOfType(InvalidSettings.class, () -> settings.value(TOKEN));

        assertThat(invalid.faults()).singleElement().asString().doesNotContain("missing");
    }

    @Test
    void anEmptyVariableIsAsIfUnsetButAnEmptyFlagIsTrue() {
        Settings settings = new Settings(Map.of("tls", ""), Map.of("KILOWATCH_MQTT_PORT", ""));

        assertThat(settings.value(PORT)).isEqualTo(1883);
        assertThat(settings.value(TLS)).isTrue();
        assertThat(settings.optional(REGION)).isEmpty();
        settings.check();
    }

    @Test
    void withoutFaultsThereIsNothingToThrow() {
        new Settings(Map.of(), Map.of()).check();
        assertThat(new InvalidSettings(List.of("a")).faults()).containsExactly("a");
    }
}
