package io.kilowatch.deploy.bench.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory of a process as the operating system counts it: its resident set. */
final class ProcessMemory {
    private static final String RESIDENT = "VmRSS:";
    private static final double KIBIBYTE = 1_024;
    private static final double MEGABYTE = 1e6;

    private ProcessMemory() {}

    /**
     * Millions of bytes.
     *
     * @throws IOException if the operating system does not tell as Linux does
     */
    static double megabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith(RESIDENT))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * KIBIBYTE / MEGABYTE)
                .findFirst()
                .orElseThrow(() -> new IOException("no resident set is told of process " + pid));
    }
}
