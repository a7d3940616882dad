package io.kilowatch.deploy.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kilowatch.deploy.testing.Skip;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of other projects, run to their end. */
final class Tool {
    /** Debian's Python, which has Paho. */
    static final String PYTHON = "/usr/bin/python3";

    private Tool() {}

    /**
     * How a program ended.
     *
     * @param code its exit code
     * @param text all that it printed
     */
    record Ended(int code, String text) {}

    static Ended run(List<String> command) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .start();
        } catch (IOException e) {
            return missing(command);
        }
        try {
            String text = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (text.contains("ModuleNotFoundError")) {
                return missing(command);
            }
            process.waitFor(120, TimeUnit.SECONDS);
            return new Ended(process.exitValue(), text);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Ended missing(List<String> command) {
        return Skip.because(
                "a client of another project",
                command.get(0) + " or what it needs is not installed.",
                "To run it: install mosquitto-clients, openssl and python3-paho-mqtt.");
    }
}
