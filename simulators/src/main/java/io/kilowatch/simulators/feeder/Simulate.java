package io.kilowatch.simulators.feeder;

import io.kilowatch.platform.config.InvalidSettings;
import io.kilowatch.simulators.clock.AcceleratedClock;
import io.kilowatch.simulators.province.Province;
import io.kilowatch.simulators.province.RegistryDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A simulated province that sends its readings to a gateway. */
public final class Simulate implements AutoCloseable {
    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

    private final SimulateConfig config;
    private final Province province;
    private final AcceleratedClock clock;
    private final Feeder feeder;

    /**
     * A province that has not started; it goes on where the data folder's progress file says it stopped.
     *
     * @param real the clock that simulated time catches up with
     * @throws InvalidSettings if seed or start contradict the progress file, or the start is in the future
     */
    public Simulate(SimulateConfig config, InstantSource real) {
        this.config = config;
        Optional<FeedProgress> before = FeedProgress.read(config.data());
        before.ifPresent(progress -> check(config, progress));
        LocalDate start = before.map(FeedProgress::start)
                .or(config::start)
                .orElseGet(() -> firstDay(real.instant(), config.monthsBack()));
        this.province = Province.of(config.seed(), start);
        if (province.begin().isAfter(real.instant())) {
            throw new InvalidSettings(List.of("--start is " + start + ": give a day that has begun"));
        }
        FeedProgress progress = before.orElse(new FeedProgress(config.seed(), start, Map.of()));
        Instant from =
                progress.devices().values().stream().min(Instant::compareTo).orElse(province.begin());
        this.clock = new AcceleratedClock(real, from, config.factor());
        this.feeder = new Feeder(province, progress, config.data(), config.gateway(), config.window(), clock, real);
    }

    /** The registry documents of the province's enterprises, the same at each start of the same data folder. */
    public List<RegistryDocument> documents() {
        return province.documents();
    }

    /** The simulated clock. */
    public InstantSource clock() {
        return clock;
    }

    /** Writes the registry documents, if a folder for them was given, and starts to send. */
    public void start() {
        config.documents().ifPresent(this::write);
        feeder.start();
    }

    /** What was sent so far. */
    public FeedStatistics statistics() {
        return feeder.statistics();
    }

    @Override
    public void close() {
        feeder.close();
    }

    private void write(Path folder) {
        try {
            Files.createDirectories(folder);
            for (RegistryDocument document : documents()) {
                Files.writeString(folder.resolve(document.enterprise() + ".yaml"), document.yaml());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalDate firstDay(Instant now, int monthsBack) {
        return now.atOffset(OFFSET).toLocalDate().withDayOfMonth(1).minusMonths(monthsBack);
    }

    private static void check(SimulateConfig config, FeedProgress progress) {
        String remedy = "; the data folder " + config.data() + " was begun with %s: give that, or another --data";
        if (progress.seed() != config.seed()) {
            throw new InvalidSettings(List.of("--seed is " + config.seed() + remedy.formatted(progress.seed())));
        }
        if (config.start().isPresent() && !config.start().get().equals(progress.start())) {
            throw new InvalidSettings(
                    List.of("--start is " + config.start().get() + remedy.formatted(progress.start())));
        }
    }
}
