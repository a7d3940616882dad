package io.kilowatch.ingest.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.ingest.Plant;
import io.kilowatch.ingest.access.Identity;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTopicTest {
    @Test
    void namesTheDeviceThatPublishesToIt() {
        DeviceTopic topic = DeviceTopic.of("kw/v1/" + Plant.USER + "/readings");

        assertThat(topic.wellFormed()).isTrue();
        assertThat(topic.from()).isEqualTo(new Identity(Plant.CODE, "gw-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kw/v1/readings",
                "kw/v1/91640000000000001x/gw-1/readings",
                "kw/v1/9164000000000000/gw-1/readings",
                "kw/v1/916400000000000017//readings",
                "kw/v1/916400000000000017/a b/readings",
                "kw/v1/916400000000000017/gw-1/more/readings",
                ""
            })
    void tellsTopicsThatNameNone(String topic) {
        assertThat(DeviceTopic.of(topic).wellFormed()).isFalse();
    }

    @Test
    void leavesOfNamesFromOutsideWhatFitsAName() {
        Identity from =
                DeviceTopic.of("kw/v1/" + "量".repeat(300) + "/a$b/readings").from();

        assertThat(from.enterprise()).isEqualTo("_".repeat(64));
        assertThat(from.device()).isEqualTo("a_b");
    }

    @Test
    void isSubscribedToAloneOrShared() {
        assertThat(DeviceTopic.filters(Optional.of("g")))
                .contains("$share/g/kw/v1/+/+/readings", "$share/g/kw/v1/+/+/nhjc");
        assertThat(DeviceTopic.filters(Optional.empty())).contains("kw/v1/+/+/readings", "kw/v1/+/+/nhjc");
    }
}
