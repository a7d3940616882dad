package io.kilowatch.registry.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kilowatch.registry.topics.DeviceEvent.Activity;
import io.kilowatch.registry.topics.DeviceEvent.Ending;
import io.kilowatch.registry.topics.DeviceEvent.Offline;
import java.io.IOException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceEventJsonTest {
    @Test
    void readsWhatItWrites() throws IOException {
        for (DeviceEvent event : SampleDeviceEvents.ALL) {
            assertThat(DeviceEventJson.decode(DeviceEventJson.encode(event)))
                    .usingRecursiveComparison()
                    .isEqualTo(event);
        }
    }

    @Test
    void ignoresFieldsThatItDoesNotKnowAndMissesNone() throws IOException {
        String json = "{\"event\":\"activity\",\"enterprise\":\"E\",\"device\":\"d\",\"at\":5,\"newer\":{\"a\":[1]}}";

        Activity activity = (Activity) DeviceEventJson.decode(json.getBytes(UTF_8));

        assertThat(activity.work().messages()).isZero();
        assertThat(activity.work().offset()).isEqualTo(OptionalLong.empty());
        assertThat(activity.from()).isEqualTo(5);
    }

    @Test
    void takesAnEndingThatItDoesNotKnowForALostConnection() throws IOException {
        String json = "{\"event\":\"offline\",\"enterprise\":\"E\",\"device\":\"d\",\"at\":5,\"ending\":\"newer\"}";

        assertThat(((Offline) DeviceEventJson.decode(json.getBytes(UTF_8))).ending())
                .isEqualTo(Ending.LOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "nonsense",
                "{\"event\":\"newer\",\"enterprise\":\"E\",\"at\":1}",
                "{\"event\":\"online\",\"enterprise\":\"E\",\"at\":\"now\"}",
                "{\"event\":\"redriven\",\"enterprise\":\"E\",\"at\":1,\"rejected\":\"x\"}"
            })
    void readsNothingElse(String json) {
        assertThatThrownBy(() -> DeviceEventJson.decode(json.getBytes(UTF_8))).isInstanceOf(IOException.class);
    }
}
