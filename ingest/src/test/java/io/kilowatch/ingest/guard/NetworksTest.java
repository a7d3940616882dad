package io.kilowatch.ingest.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {
    @ParameterizedTest
    @CsvSource({
        "10.1.0.0/16, 10.1.255.3, true",
        "10.1.0.0/16, 10.2.0.0, false",
        "10.1.2.128/25, 10.1.2.127, false",
        "10.1.2.128/25, 10.1.2.200, true",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, ::1, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "none, 127.0.0.1, false"
    })
    void holdsTheAddressesOfItsNetworks(String networks, String address, boolean held) {
        assertThat(Networks.parse(networks).contains(Networks.literal(address).orElseThrow()))
                .isEqualTo(held);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "example.com/8", "fe80::/129"})
    void takesAddressesOnlyAndAsksNoNameServer(String text) {
        assertThatThrownBy(() -> Networks.parse(text)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Networks.literal("localhost")).isEmpty();
    }

    @Test
    void takesAWholeIpv6NetworkForOneSource() {
        Source one = Source.of(Networks.literal("2001:db8:1:2::3").orElseThrow());

        assertThat(Source.of(Networks.literal("2001:db8:1:2:ffff::9").orElseThrow()))
                .isEqualTo(one);
        assertThat(Source.of(Networks.literal("2001:db8:1:3::3").orElseThrow())).isNotEqualTo(one);
        assertThat(Source.of(Networks.literal("192.0.2.7").orElseThrow()).text())
                .isEqualTo("192.0.2.7");
    }
}
