package io.kilowatch.simulators.load;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A load as the command line asks for it: connects, does what is wanted, and tells what came of it. */
public final class Load implements AutoCloseable {
    private final LoadConfig config;
    private final PrintStream out;
    private final CountDownLatch end = new CountDownLatch(1);

    /** A load that is not begun yet. */
    public Load(LoadConfig config, PrintStream out) {
        this.config = config;
        this.out = out;
    }

    /** Does everything; gives what came of it, nothing where only documents were wanted. */
    public List<LoadResult> run() throws InterruptedException, IOException {
        if (config.documents().isPresent()) {
            write(config.documents().get());
            return List.of();
        }
        LoadTable table = new LoadTable(out);
        List<LoadResult> results = new ArrayList<>();
        Target target = Target.of(config.gateway(), config.authorities());
        say(
                "connecting %,d devices to %s",
                config.size().devices(), config.gateway().uri());
        try (Fleet fleet = Fleet.connect(target, config.province(), config.size())) {
            table.head();
            switch (config.shape()) {
                case LoadConfig.EDGE ->
                    note(fleet.run(Flow.edge(config.size().active(), config.within())), results, table);
                case LoadConfig.STORM -> note(fleet.storm(config.size().active()), results, table);
                case LoadConfig.IDLE -> idle(fleet);
                default -> flow(fleet, results, table);
            }
            if (fleet.receipts() > 0) {
                say(
                        "%,d messages were refused in part or whole; the first receipt: %s",
                        fleet.receipts(), fleet.firstReceipt());
            }
        }
        if (config.json().isPresent()) {
            LoadJson.write(results, config.json().get());
        }
        return results;
    }

    private void flow(Fleet fleet, List<LoadResult> results, LoadTable table) throws InterruptedException {
        if (config.rates().isEmpty()) {
            note(fleet.run(Flow.closed(config.warmUp(), config.duration())), results, table);
        }
        for (int rate : config.rates()) {
            note(fleet.run(Flow.open(rate, config.warmUp(), config.duration())), results, table);
        }
    }

    private static void note(LoadResult result, List<LoadResult> results, LoadTable table) {
        results.add(result);
        table.row(result);
    }

    private void idle(Fleet fleet) throws InterruptedException {
        boolean ended = end.await(config.duration().toMillis(), TimeUnit.MILLISECONDS);
        say(
                "%,d devices are in, %,d connections were lost%s",
                fleet.present(), fleet.lost(), ended ? "; interrupted" : "");
    }

    private void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> one : config.province().documents().entrySet()) {
            Files.writeString(folder.resolve(one.getKey() + ".yaml"), one.getValue());
        }
        say("%,d registry documents written to %s", config.province().enterprises(), folder);
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }

    /** Ends idling. */
    @Override
    public void close() {
        end.countDown();
    }
}
