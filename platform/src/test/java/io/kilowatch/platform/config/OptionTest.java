package io.kilowatch.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionTest {
    @Test
    void itsFlagAndVariableFollowFromItsName() {
        Option<Integer> option = Option.port("mqtt-port", 1883, "port");

        assertThat(option.flag()).isEqualTo("--mqtt-port");
        assertThat(option.variable()).isEqualTo("KILOWATCH_MQTT_PORT");
        assertThat(option.isFlag()).isFalse();
        assertThat(Option.flag("tls", "TLS").isFlag()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "11", "-1", "x", "", "1.0", "99999999999"})
    void aWholeNumberLiesInItsRange(String given) {
        Option<Integer> option = Option.integer("n", "N", 5, 1, 10, "a number");

        assertThatThrownBy(() -> option.parser().apply(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("give a whole number from 1 to 10");
        assertThat(option.parser().apply(" 10 ")).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "-PT1S", "15", "15m", "", "PT99999999999999999999H"})
    void aDurationIsPositive(String given) {
        Option<Duration> option = Option.duration("d", "PT1S", "a duration");

        assertThatThrownBy(() -> option.parser().apply(given)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aListIsSplitAtCommas() {
        Option<List<Integer>> option = Option.list("l", "N,...", "", "a list", Integer::valueOf);

        assertThat(option.parser().apply(" 1, 2,,3 ")).containsExactly(1, 2, 3);
        assertThat(option.parser().apply("")).isEmpty();
        assertThatThrownBy(() -> option.parser().apply("1,x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aChoiceIsOneOfItsWords() {
        Option<String> option = Option.choice("c", List.of("plain", "tls"), "plain", "a choice");

        assertThat(option.type()).isEqualTo("plain|tls");
        assertThat(option.parser().apply("tls")).isEqualTo("tls");
        assertThatThrownBy(() -> option.parser().apply("ssl")).hasMessage("give one of plain, tls");
    }

    @Test
    void aUriHasAScheme() {
        Option<URI> option = Option.uri("u", "", "a URI");

        assertThat(option.parser().apply("http://localhost:8080/x")).hasScheme("http");
        assertThatThrownBy(() -> option.parser().apply("localhost")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> option.parser().apply("http://a b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPathThatTheSystemCannotHaveIsRefused() {
        assertThatThrownBy(() -> Option.path("p", "FILE", "", "a file").parser().apply("a\0b"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aVariantKeepsAllElse() {
        Option<String> option = Option.text("t", "TEXT", "", "a text");

        assertThat(option.defaultText()).isEmpty();
        assertThat(option.withDefault("x").defaultText()).contains("x");
        assertThat(option.asSecret().withDefault("x").secret()).isTrue();
    }
}
