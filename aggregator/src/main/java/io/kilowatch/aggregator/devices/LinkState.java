package io.kilowatch.aggregator.devices;

import io.kilowatch.registry.topics.DeviceEvent.Activity;
import io.kilowatch.registry.topics.DeviceEvent.Ending;
import io.kilowatch.registry.topics.DeviceEvent.OfConnection;
import io.kilowatch.registry.topics.DeviceEvent.Offline;
import io.kilowatch.registry.topics.DeviceEvent.Online;
import io.kilowatch.registry.topics.DeviceEvent.Will;
import java.util.Optional;
import java.util.OptionalLong;

/** What is known of a connection while events of it are entered. */
final class LinkState {
    static final long NOTHING_TOLD = -1;

    final String connection;
    final String protocol;
    final String address;
    final DeviceKey device;
    long onlineAt;
    OptionalLong offlineAt = OptionalLong.empty();
    Optional<Ending> ending = Optional.empty();
    Optional<Will> will = Optional.empty();
    long number;
    long toldAt;
    long heardAt;
    long within;
    long messages;
    long accepted;
    long refused;

    /**
     * The state of a connection of which an event has come.
     *
     * @param number of what was last told of it before; {@link #NOTHING_TOLD} if nothing was
     */
    LinkState(OfConnection first, long number) {
        this.connection = first.link().channel().connection();
        this.protocol = first.link().channel().protocol();
        this.address = first.link().address();
        this.device = new DeviceKey(first.enterprise(), first.device());
        this.onlineAt = first instanceof Activity activity ? activity.from() : first.at();
        this.number = number;
    }

    /** Enters an event; false if it was told before. */
    boolean enter(OfConnection event, long heard) {
        if (event.link().number() <= number) {
            return false;
        }
        number = event.link().number();
        toldAt = event.at();
        heardAt = heard;
        if (event instanceof Online online) {
            within = online.within();
        } else if (event instanceof Activity activity) {
            within = activity.within();
            messages += activity.work().messages();
            accepted += activity.work().accepted();
            refused += activity.work().refused().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
        } else if (event instanceof Offline offline) {
            offlineAt = OptionalLong.of(offline.at());
            ending = Optional.of(offline.ending());
            will = offline.will();
        }
        return true;
    }
}
