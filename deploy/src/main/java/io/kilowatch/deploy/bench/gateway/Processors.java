package io.kilowatch.deploy.bench.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The processors of this machine as Linux counts what they do, to tell how much of it was done for others. */
final class Processors {
    private static final Path STAT = Path.of("/proc/stat");
    private static final double NANOS_PER_TICK = 1e7;
    private static final int LAST_OF_TIMES = 8;
    private static final int IDLE = 4;
    private static final int WAITING = 5;

    private Processors() {}

    /** How long they have worked for anybody since the machine was started, in nanoseconds; 0 where nobody tells. */
    static double busyNanos() {
        try {
            String[] words =
                    Files.readString(STAT).lines().findFirst().orElse("").split(" +");
            double ticks = 0;
            for (int word = 1; word < Math.min(words.length, LAST_OF_TIMES + 1); word++) {
                ticks += word == IDLE || word == WAITING ? 0 : Double.parseDouble(words[word]);
            }
            return ticks * NANOS_PER_TICK;
        } catch (IOException e) {
            return 0;
        }
    }

    /** The share of all processors that others had, 0 to 1, of what was worked for anybody and for us in a time. */
    static double othersShare(double busyNanos, double ourNanos, double nanos) {
        double all = nanos * Runtime.getRuntime().availableProcessors();
        return Math.max(0, Math.min(1, (busyNanos - ourNanos) / all));
    }
}
