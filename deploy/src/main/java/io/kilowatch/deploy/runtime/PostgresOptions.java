package io.kilowatch.deploy.runtime;

import java.util.Map;
import java.util.TreeMap;

/**
 * How a PostgreSQL server is run.
 *
 * @param port TCP port on the loopback interface; 0 takes any free one
 * @param parameters server parameters by name
 */
public record PostgresOptions(int port, Map<String, String> parameters) {
    private static final Map<String, String> SMALL_MACHINE = Map.of(
            "shared_buffers", "192MB",
            "max_connections", "60",
            "max_wal_size", "2GB",
            "jit", "off",
            "timezone", "UTC",
            "log_min_messages", "warning");

    /** Checks the port and copies the parameters. */
    public PostgresOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is from 0 to 65535, not " + port);
        }
        parameters = Map.copyOf(parameters);
    }

    /** For a small machine; what was committed survives a power failure. */
    public static PostgresOptions durable(int port) {
        return new PostgresOptions(port, SMALL_MACHINE);
    }

    /** For tests: any port, and what was committed survives the end of the process, but not of the machine. */
    public static PostgresOptions relaxed() {
        return durable(0).with("fsync", "off").with("full_page_writes", "off");
    }

    /** The same with one parameter set or replaced. */
    public PostgresOptions with(String parameter, String value) {
        Map<String, String> more = new TreeMap<>(parameters);
        more.put(parameter, value);
        return new PostgresOptions(port, more);
    }

    boolean syncs() {
        return !"off".equals(parameters.get("fsync"));
    }
}
