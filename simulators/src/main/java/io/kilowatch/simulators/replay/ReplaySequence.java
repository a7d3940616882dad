package io.kilowatch.simulators.replay;

import io.kilowatch.simulators.device.DeviceReading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The order in which a feed's readings are sent: as they are or shuffled, once or several times over.
 *
 * @param shuffle a seed; each repetition has an order of its own
 * @param repeat how many times everything is sent
 */
record ReplaySequence(CsvFeed feed, OptionalLong shuffle, int repeat) {

    /** How many readings it has, found by reading the feed once. */
    long count(Consumer<BadRow> bad) {
        try (Stream<DeviceReading> readings = feed.readings(bad)) {
            return readings.count() * repeat;
        }
    }

    /** The readings in order of sending; the same at each call. Close the stream. */
    Stream<DeviceReading> readings() {
        return IntStream.range(0, repeat).boxed().flatMap(this::once);
    }

    private Stream<DeviceReading> once(int repetition) {
        Stream<DeviceReading> inOrder = feed.readings(bad -> {});
        if (shuffle.isEmpty()) {
            return inOrder;
        }
        try (inOrder) {
            List<DeviceReading> all = new ArrayList<>(inOrder.toList());
            Collections.shuffle(all, new Random(shuffle.getAsLong() + repetition));
            return all.stream();
        }
    }
}
