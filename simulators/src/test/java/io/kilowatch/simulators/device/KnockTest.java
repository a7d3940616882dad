package io.kilowatch.simulators.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KnockTest {
    private final FakeGateway gateway = new FakeGateway().start();
    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void tearDown() {
        loop.shutdownNow();
        gateway.close();
    }

    @Test
    void tellsWhetherItWasLetIn() throws Exception {
        assertThat(Knock.at(address("right"), loop).get(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Knock.at(address("wrong"), loop).get(60, TimeUnit.SECONDS)).isFalse();
    }

    private DeviceAddress address(String password) {
        return new DeviceAddress(gateway.address(), "E", "gw-1", password);
    }
}
