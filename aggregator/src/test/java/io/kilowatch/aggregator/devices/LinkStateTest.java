package io.kilowatch.aggregator.devices;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.registry.topics.Channel;
import io.kilowatch.registry.topics.DeviceEvent.Activity;
import io.kilowatch.registry.topics.DeviceEvent.Ending;
import io.kilowatch.registry.topics.DeviceEvent.Offline;
import io.kilowatch.registry.topics.DeviceEvent.Online;
import io.kilowatch.registry.topics.DeviceEvent.Work;
import io.kilowatch.registry.topics.DeviceLink;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LinkStateTest {
    private static final Channel CHANNEL = new Channel("c-1", "mqtt-5");

    @Test
    void countsWhatIsToldTwiceOnce() {
        LinkState state = new LinkState(online(0), LinkState.NOTHING_TOLD);

        assertThat(state.enter(online(0), 1)).isTrue();
        assertThat(state.enter(activity(1, 10), 2)).isTrue();
        assertThat(state.enter(activity(1, 10), 3)).isFalse();
        assertThat(state.enter(activity(2, 5), 4)).isTrue();

        assertThat(state.messages).isEqualTo(15);
        assertThat(state.heardAt).isEqualTo(4);
    }

    @Test
    void passesOverWhatWasEnteredByAnEarlierPoll() {
        LinkState state = new LinkState(activity(3, 10), 3);

        assertThat(state.enter(activity(3, 10), 1)).isFalse();
        assertThat(state.enter(activity(4, 7), 1)).isTrue();
        assertThat(state.messages).isEqualTo(7);
    }

    @Test
    void beginsWithTheFirstThingHeardWhereTheBeginningIsMissing() {
        LinkState state = new LinkState(activity(3, 10), LinkState.NOTHING_TOLD);

        assertThat(state.onlineAt).isEqualTo(1_000);
    }

    @Test
    void keepsHowItEnded() {
        LinkState state = new LinkState(online(0), LinkState.NOTHING_TOLD);
        state.enter(online(0), 1);
        state.enter(new Offline("E", "gw-1", 5_000, link(1), Ending.KEEP_ALIVE, Optional.empty()), 2);

        assertThat(state.offlineAt).hasValue(5_000);
        assertThat(state.ending).hasValue(Ending.KEEP_ALIVE);
    }

    private static Online online(long number) {
        return new Online("E", "gw-1", 500, link(number), 60_000);
    }

    private static Activity activity(long number, int messages) {
        Work work = new Work(
                messages,
                100,
                messages,
                Map.of(),
                OptionalLong.of(2_000),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty());
        return new Activity("E", "gw-1", 2_000, link(number), 1_000, 60_000, work);
    }

    private static DeviceLink link(long number) {
        return new DeviceLink(CHANNEL, "10.0.0.1", number);
    }
}
