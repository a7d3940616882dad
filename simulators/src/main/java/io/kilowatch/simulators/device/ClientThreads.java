package io.kilowatch.simulators.device;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of all MQTT clients of the process.
 *
 * <p>Paho keeps three of them busy for each connection. They need little stack, so that thousands of connections fit into
 * a small process, and go away when nobody needs them.
 */
final class ClientThreads {
    private static final int MOST = 30_000;
    private static final long STACK = 96L * 1024;
    private static final ScheduledThreadPoolExecutor SHARED = shared(MOST);
    private static final ScheduledThreadPoolExecutor PINGS = shared(1);

    private ClientThreads() {}

    /** Where clients wait for packets, one thread for each task. */
    static ScheduledThreadPoolExecutor executor() {
        return SHARED;
    }

    /** Where they are reminded to ping. */
    static ScheduledThreadPoolExecutor pings() {
        return PINGS;
    }

    private static ScheduledThreadPoolExecutor shared(int most) {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(most, task -> {
            Thread thread = new Thread(null, task, "mqtt-client", STACK);
            thread.setDaemon(true);
            return thread;
        });
        executor.setKeepAliveTime(10, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }
}
