package io.kilowatch.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class IdentityTest {
    private static final Identity DEVICE = new Identity("91640000000000001K", "gw-1");

    @Test
    void ownsItsOwnTopics() {
        assertThat(DEVICE.isReadingsTopic("kw/v1/91640000000000001K/gw-1/readings"))
                .isTrue();
        assertThat(DEVICE.isReadingsTopic(DEVICE.readingsTopic())).isTrue();
        assertThat(DEVICE.isTimeTopic(DEVICE.timeTopic())).isTrue();
        assertThat(DEVICE.isTimeTopic(DEVICE.readingsTopic())).isFalse();
        assertThat(DEVICE.isReadingsTopic(DEVICE.timeTopic())).isFalse();
        assertThat(DEVICE.isReadingsTopic("")).isFalse();
    }

    @Property
    void ownsNoTopicWithAnyCharacterChanged(
            @ForAll int place, @ForAll @CharRange(from = ' ', to = '~') char other, @ForAll boolean added) {
        StringBuilder topic = new StringBuilder(DEVICE.readingsTopic());
        int at = Math.floorMod(place, topic.length());
        if (added) {
            topic.insert(at, other);
        } else {
            topic.setCharAt(at, other);
        }

        assertThat(DEVICE.isReadingsTopic(topic.toString()))
                .isEqualTo(topic.toString().equals(DEVICE.readingsTopic()));
    }

    @Property
    void ownsOnlyWhatIsMadeOfItsNames(
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 3) String enterprise,
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 3) String device,
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 3) String other) {
        String topic = "kw/v1/" + other + '/' + device + "/readings";

        assertThat(new Identity(enterprise, device).isReadingsTopic(topic)).isEqualTo(other.equals(enterprise));
    }
}
