package io.kilowatch.simulators.run;

import io.kilowatch.simulators.course.Play;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The devices of a play and which of them are connected; used from the run's loop alone. */
final class Troupe {
    private final Play play;
    private final List<DeviceRun> devices;
    private final int connections;
    private int open;
    private boolean stopping;

    /**
     * Devices of which none is connected.
     *
     * @param connections most connections open at once
     */
    Troupe(Play play, List<DeviceRun> devices, int connections) {
        this.play = play;
        this.devices = List.copyOf(devices);
        this.connections = connections;
    }

    int size() {
        return devices.size();
    }

    /** When the earliest thing falls due; far away once all is done. */
    Instant due() {
        return devices.stream().map(DeviceRun::due).min(Instant::compareTo).orElse(play.begin());
    }

    /** Has every device do what is due. */
    void step(Pace pace) {
        Instant now = pace.now();
        for (DeviceRun device : devices) {
            connect(device, pace, now);
            if (!stopping) {
                device.step(now);
            }
        }
    }

    /** Opens a connection where there is room, and makes room where nothing is to be sent. */
    private void connect(DeviceRun device, Pace pace, Instant now) {
        boolean scarce = connections < devices.size();
        boolean done = device.isFinished() || (scarce && device.isIdle(now));
        if (device.isOpen() && done) {
            device.close();
            open--;
        } else if (!device.isOpen() && !done && !stopping && open < connections) {
            open++;
            device.open(() -> answered(device, pace));
        }
    }

    private void answered(DeviceRun device, Pace pace) {
        if (!stopping) {
            device.step(pace.now());
        }
    }

    /** From now on nothing more is begun. */
    void stop() {
        stopping = true;
    }

    void close() {
        devices.forEach(DeviceRun::close);
    }

    boolean isDrained() {
        return devices.stream().allMatch(device -> device.outstanding() == 0);
    }

    boolean isFinished() {
        return devices.stream().allMatch(DeviceRun::isFinished);
    }

    /** User name to the number of things that the device has done and that were answered. */
    Map<String, Long> done() {
        Map<String, Long> counts = new TreeMap<>();
        devices.forEach(device -> counts.put(device.user(), device.done()));
        return counts;
    }

    /** Enterprise to up to when everything it has to send is acknowledged, in simulated time. */
    Map<String, Instant> sentUntil() {
        Map<String, Instant> until = new HashMap<>();
        devices.forEach(device -> until.merge(
                device.enterprise(), device.sentUntil(), (one, other) -> one.isBefore(other) ? one : other));
        return until;
    }

    /** The part of the play that is done, 0 to 1; 0 where it has no end. */
    double share() {
        if (play.days().isEmpty()) {
            return 0;
        }
        double whole = Duration.between(play.begin(), play.end()).toSeconds();
        return devices.stream()
                .map(DeviceRun::sentUntil)
                .mapToDouble(until -> until.isAfter(play.end())
                        ? 1
                        : Math.max(0, Duration.between(play.begin(), until).toSeconds()) / whole)
                .average()
                .orElse(1);
    }
}
