package io.kilowatch.ingest.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.platform.config.Settings;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConnectionLimitsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final List<Overrun> refused = new ArrayList<>();

    @Test
    void countsAllConnectionsAndGivesTheirPlacesBack() {
        ConnectionLimits limits = limits(Map.of("mqtt-max-connections", "2"));
        Pass first = limits.enter().orElseThrow();
        assertThat(limits.enter()).isPresent();

        assertThat(limits.enter()).isEmpty();
        first.leave();
        first.leave();

        assertThat(limits.enter()).isPresent();
        assertThat(limits.enter()).isEmpty();
        assertThat(limits.open()).isEqualTo(2);
        assertThat(refused).containsExactly(Overrun.ALL, Overrun.ALL);
    }

    @Test
    void tellsAnAddressThatItHasTooManyConnectionsAndThenCutsIt() {
        ConnectionLimits limits = limits(Map.of("mqtt-max-connections-per-address", "2"));
        Pass first = enter(limits, "192.0.2.1").orElseThrow();
        assertThat(enter(limits, "192.0.2.1").orElseThrow().overrun()).isEmpty();

        for (int told = 0; told < 3; told++) {
            assertThat(enter(limits, "192.0.2.1").orElseThrow().overrun()).contains(Overrun.ADDRESS);
        }
        assertThat(enter(limits, "192.0.2.1")).isEmpty();
        assertThat(enter(limits, "192.0.2.2").orElseThrow().overrun()).isEmpty();

        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(enter(limits, "192.0.2.1").orElseThrow().overrun()).contains(Overrun.ADDRESS);
        first.leave();
    }

    @Test
    void letsTenSecondsWorthOfConnectionsComeAtOnceAndThenAsManyAsTheRateSays() {
        ConnectionLimits limits = limits(Map.of("mqtt-connection-rate", "5"));
        for (int i = 0; i < 50; i++) {
            assertThat(enter(limits, "192.0.2.1").orElseThrow().overrun()).isEmpty();
        }
        assertThat(enter(limits, "192.0.2.1").orElseThrow().overrun()).contains(Overrun.RATE);

        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        for (int i = 0; i < 5; i++) {
            assertThat(enter(limits, "192.0.2.1").orElseThrow().overrun()).isEmpty();
        }
        assertThat(enter(limits, "192.0.2.1").orElseThrow().overrun()).contains(Overrun.RATE);
    }

    @Test
    void hasNoLimitByAddressForThoseThatAreExempt() {
        ConnectionLimits limits =
                limits(Map.of("mqtt-max-connections-per-address", "1", "mqtt-exempt-networks", "192.0.2.0/24"));

        for (int i = 0; i < 10; i++) {
            Pass pass = enter(limits, "192.0.2.1").orElseThrow();
            assertThat(pass.overrun()).isEmpty();
            assertThat(pass.came(Integer.MAX_VALUE)).isZero();
        }
        assertThat(limits.addresses()).isZero();
    }

    @Test
    void holdsAnAddressBackUntilItOwesNothingWhateverItsConnections() {
        ConnectionLimits limits = limits(Map.of("mqtt-address-bytes-per-second", "2000"));
        Pass one = enter(limits, "192.0.2.1").orElseThrow();
        Pass other = enter(limits, "192.0.2.1").orElseThrow();

        assertThat(one.came(8_000)).isZero();
        assertThat(other.came(1_000)).isEqualTo(TimeUnit.MILLISECONDS.toNanos(500));
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(one.came(500)).isZero();
    }

    @Test
    void forgetsAddressesThatHaveNothingOpen() {
        ConnectionLimits limits = limits(Map.of());
        for (int i = 0; i < 60_000; i++) {
            Pass pass = enter(limits, "10." + i / 65_536 + '.' + i / 256 % 256 + '.' + i % 256)
                    .orElseThrow();
            if (i > 0) {
                pass.leave();
            }
        }

        assertThat(limits.addresses()).isLessThanOrEqualTo(50_001);
        assertThat(limits.open()).isEqualTo(1);
    }

    private ConnectionLimits limits(Map<String, String> options) {
        Map<String, String> given = new HashMap<>(Map.of("mqtt-exempt-networks", "none"));
        given.putAll(options);
        return new ConnectionLimits(GuardConfig.from(new Settings(given, Map.of())), nanos::get, refused::add);
    }

    private static Optional<Pass> enter(ConnectionLimits limits, String text) {
        InetAddress address = Networks.literal(text).orElseThrow();
        return limits.enter().filter(pass -> {
            boolean entered = pass.at(address);
            if (!entered) {
                pass.leave();
            }
            return entered;
        });
    }
}
