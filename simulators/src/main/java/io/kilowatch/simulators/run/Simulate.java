package io.kilowatch.simulators.run;

import io.kilowatch.platform.config.InvalidSettings;
import io.kilowatch.simulators.course.Play;
import io.kilowatch.simulators.province.RegistryDocument;
import io.kilowatch.simulators.province.Slot;
import io.kilowatch.simulators.truth.Truth;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A scenario that is played to a gateway. */
public final class Simulate implements AutoCloseable {
    private static final Duration SHOWN_EVERY = Duration.ofMillis(500);

    private final SimulateConfig config;
    private final InstantSource real;
    private final Play play;
    private final PlayRun run;
    private volatile boolean closed;

    /**
     * A simulation that has not started.
     *
     * @param real the clock that simulated time catches up with
     * @throws InvalidSettings if scenario, seed or start contradict the state that it resumes, or the start is in the
     *     future
     */
    public Simulate(SimulateConfig config, InstantSource real) {
        this.config = config;
        this.real = real;
        Path file = RunState.file(config.data(), config.scenario().name());
        Optional<RunState> before = config.resume() ? RunState.read(file) : Optional.empty();
        this.play = play(config, before.map(RunState::start), real);
        before.ifPresent(state -> check(config, state, RunState.of(play), file));
        if (play.begin().isAfter(real.instant())) {
            throw new InvalidSettings(List.of("--start is " + play.start() + ": give a day that has begun"));
        }
        this.run = new PlayRun(
                play,
                before.orElseGet(() -> RunState.of(play)),
                config.data(),
                config.gateway(),
                config.window(),
                config.connections(),
                from -> new Pace(real, from.isAfter(real.instant()) ? play.begin() : from, config.speed()),
                real);
    }

    /** The play of a configuration; it begins some months back unless a day is given. */
    public static Play play(SimulateConfig config, InstantSource real) {
        return play(config, Optional.empty(), real);
    }

    private static Play play(SimulateConfig config, Optional<LocalDate> resumed, InstantSource real) {
        LocalDate start = resumed.or(config::start).orElseGet(() -> firstDay(real.instant(), config.monthsBack()));
        return Play.of(config.scenario(), config.seed(), start, config.days());
    }

    /** The registry documents of the enterprises, the same at each start of the same state. */
    public List<RegistryDocument> documents() {
        return play.documents();
    }

    /** The simulated clock. */
    public InstantSource clock() {
        return run.pace().source();
    }

    /** Writes the registry documents, if a folder for them was given, and starts to send. */
    public void start() {
        config.documents().ifPresent(folder -> write(documents(), folder));
        run.start();
    }

    /** Writes what is true, if it is asked for and the scenario has an end. */
    public Optional<Path> writeTruth() {
        if (play.days().isEmpty()) {
            return Optional.empty();
        }
        config.truth().ifPresent(file -> new Truth(play).write(file));
        return config.truth();
    }

    /**
     * Shows the progress until everything is done or this is closed.
     *
     * @return whether everything is done
     */
    public boolean follow(PrintStream out, boolean interactive) throws InterruptedException {
        ProgressBar bar = new ProgressBar(out, interactive, real, statistics().share());
        boolean done = false;
        while (!done && !closed) {
            done = run.await(SHOWN_EVERY);
            bar.show(statistics());
        }
        bar.end();
        return done;
    }

    /** What was sent so far. */
    public RunStatistics statistics() {
        return run.statistics();
    }

    @Override
    public void close() {
        closed = true;
        run.close();
    }

    /** Writes documents into a folder, one file each. */
    public static void write(List<RegistryDocument> documents, Path folder) {
        try {
            Files.createDirectories(folder);
            for (RegistryDocument document : documents) {
                Files.writeString(folder.resolve(document.enterprise() + ".yaml"), document.yaml());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalDate firstDay(Instant now, int monthsBack) {
        return now.atOffset(Slot.OFFSET).toLocalDate().withDayOfMonth(1).minusMonths(monthsBack);
    }

    private static void check(SimulateConfig config, RunState state, RunState asked, Path file) {
        String remedy = "; " + file + " was begun with %s: give that, or another --data";
        if (state.seed() != config.seed()) {
            throw new InvalidSettings(List.of("--seed is " + config.seed() + remedy.formatted(state.seed())));
        }
        if (config.start().isPresent() && !config.start().get().equals(state.start())) {
            throw new InvalidSettings(List.of("--start is " + config.start().get() + remedy.formatted(state.start())));
        }
        if (!state.scenario().equals(asked.scenario())) {
            throw new InvalidSettings(
                    List.of("the scenario " + config.scenario().name() + " has changed since " + file
                            + " was begun: give another --data, or leave --resume out"));
        }
    }
}
