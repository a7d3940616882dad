package io.kilowatch.deploy.program;

import io.kilowatch.aggregator.devices.RejectedFile;
import io.kilowatch.aggregator.devices.Rejections;
import io.kilowatch.registry.topics.RejectedBatch;
import io.kilowatch.registry.topics.RejectedId;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Redrives batches and waits for what comes of them.
 *
 * @param patience how long to wait
 * @param out where the outcomes are told
 */
record RedriveWatch(Duration patience, PrintStream out) {
    private static final long PAUSE_MILLIS = 300;

    /** 0 if everything was accepted, 1 otherwise. */
    int redrive(Rejections rejections, List<RejectedId> ids, String by) throws Exception {
        Map<RejectedId, Integer> before = new HashMap<>();
        for (RejectedId id : ids) {
            before.put(id, rejections.find(id).map(RedriveWatch::done).orElse(0));
        }
        Set<RejectedId> waiting = new LinkedHashSet<>(rejections.redrive(ids, by));
        out.println("已请求重投 / asked to redrive: " + waiting.size());
        long end = System.nanoTime() + patience.toNanos();
        boolean all = true;
        while (!waiting.isEmpty() && System.nanoTime() < end) {
            for (RejectedId id : List.copyOf(waiting)) {
                Optional<RejectedFile> file = rejections.find(id);
                if (file.isPresent() && done(file.get()) > before.getOrDefault(id, 0)) {
                    waiting.remove(id);
                    all &= tell(id, file.get());
                }
            }
            if (!waiting.isEmpty()) {
                new CountDownLatch(1).await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
        waiting.forEach(id -> out.println(id + "  网关尚未答复 / no gateway has answered yet"));
        return all && waiting.isEmpty() ? 0 : 1;
    }

    private static int done(RejectedFile file) {
        return (int)
                file.redrives().stream().filter(one -> one.doneAt().isPresent()).count();
    }

    private boolean tell(RejectedId id, RejectedFile file) {
        RejectedFile.Try last = file.redrives().stream()
                .filter(one -> one.doneAt().isPresent())
                .reduce((one, other) -> other)
                .orElseThrow();
        Map<String, Long> codes = last.refused().stream()
                .collect(Collectors.groupingBy(RejectedBatch.Refused::code, Collectors.counting()));
        out.println(id + "  接收 / accepted " + last.accepted() + "  仍被拒收 / refused still "
                + last.refused().size() + (codes.isEmpty() ? "" : " " + codes));
        return last.refused().isEmpty();
    }
}
