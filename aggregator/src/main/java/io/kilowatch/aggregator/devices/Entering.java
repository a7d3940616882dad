package io.kilowatch.aggregator.devices;

import io.kilowatch.aggregator.devices.Arrivals.Told;
import io.kilowatch.registry.topics.DeviceEvent;
import io.kilowatch.registry.topics.DeviceEvent.Activity;
import io.kilowatch.registry.topics.DeviceEvent.LoginRefused;
import io.kilowatch.registry.topics.DeviceEvent.OfConnection;
import io.kilowatch.registry.topics.DeviceEvent.Redriven;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Enters what a poll has brought: connection by connection, so that nothing told twice counts twice. */
final class Entering {
    private final LinkStore links = new LinkStore();
    private final DeviceStore devices = new DeviceStore();
    private final HourStore hours = new HourStore();
    private final RejectedStore rejected = new RejectedStore();

    void enter(Connection connection, Arrivals arrivals) throws SQLException {
        Map<String, Long> numbers = links.numbers(connection, named(arrivals.events()));
        Map<String, LinkState> states = new TreeMap<>();
        Map<DeviceKey, DeviceState> seen = new HashMap<>();
        Map<HourSum.Key, HourSum> sums = new HashMap<>();
        for (Told told : arrivals.events()) {
            if (told.event() instanceof OfConnection event) {
                String id = event.link().channel().connection();
                LinkState state = states.computeIfAbsent(
                        id, name -> new LinkState(event, numbers.getOrDefault(name, LinkState.NOTHING_TOLD)));
                if (state.enter(event, told.heard())) {
                    entered(event, seen, sums);
                }
            } else if (told.event() instanceof LoginRefused refused) {
                DeviceKey device = new DeviceKey(refused.enterprise(), refused.device());
                seen.computeIfAbsent(device, key -> new DeviceState()).refusedLogin = Optional.of(refused);
                sum(sums, device, refused.at()).addLogins(refused.reasons());
            }
        }
        links.write(connection, states.values());
        devices.write(connection, seen);
        hours.add(connection, sums);
        rejected.add(connection, arrivals.rejected());
        for (Told told : arrivals.events()) {
            if (told.event() instanceof Redriven outcome) {
                rejected.redriven(connection, outcome);
            }
        }
    }

    private static Set<String> named(List<Told> events) {
        return events.stream()
                .map(Told::event)
                .filter(OfConnection.class::isInstance)
                .map(event -> ((OfConnection) event).link().channel().connection())
                .collect(Collectors.toSet());
    }

    private static void entered(DeviceEvent event, Map<DeviceKey, DeviceState> seen, Map<HourSum.Key, HourSum> sums) {
        DeviceKey device = new DeviceKey(event.enterprise(), event.device());
        DeviceState state = seen.computeIfAbsent(device, key -> new DeviceState());
        state.seen(event.at());
        if (event instanceof Activity activity && activity.work().messages() > 0) {
            state.add(activity.work());
            sum(sums, device, Math.max(activity.from(), activity.at() - 1)).add(activity.work());
        }
    }

    private static HourSum sum(Map<HourSum.Key, HourSum> sums, DeviceKey device, long at) {
        return sums.computeIfAbsent(HourSum.Key.of(device, at), key -> new HourSum());
    }
}
