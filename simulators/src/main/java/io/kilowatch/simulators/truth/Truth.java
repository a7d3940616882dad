package io.kilowatch.simulators.truth;

import io.kilowatch.simulators.course.Actor;
import io.kilowatch.simulators.course.DeviceCourse;
import io.kilowatch.simulators.course.Outgoing;
import io.kilowatch.simulators.course.Play;
import io.kilowatch.simulators.province.DeviceFeed;
import io.kilowatch.simulators.province.SimulatedMeter;
import io.kilowatch.simulators.province.Slot;
import io.kilowatch.simulators.scenario.Step;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Computes what is true in a play, enterprise by enterprise, and writes it down. */
public final class Truth {
    private final Play play;

    /** The truth of a play that has an end. */
    public Truth(Play play) {
        if (play.days().isEmpty()) {
            throw new IllegalArgumentException("a play without end has no truth");
        }
        this.play = play;
    }

    /** Writes the file, in place of one that is there. */
    public void write(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            try (BufferedWriter out = Files.newBufferedWriter(fresh)) {
                TruthLines lines = new TruthLines(out);
                lines.head(play);
                play.actors().forEach(actor -> tell(actor, lines));
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(Actor actor, TruthLines lines) {
        EnterpriseBooks books = new EnterpriseBooks(play.document(actor));
        for (String device : actor.enterprise().devices()) {
            DeviceCourse course = play.course(actor, device);
            while (course.due().isPresent()) {
                Outgoing message = course.take();
                if (message.kind() == Outgoing.Kind.READINGS) {
                    message.readings().forEach(books::note);
                }
            }
            passed(actor, course, lines);
        }
        for (Step step : actor.steps()) {
            lines.step(actor, step, Slot.numberAt(play.start()));
        }
        books.figures(lines::figure);
    }

    /** What really passed each meter in each month. */
    private void passed(Actor actor, DeviceCourse course, TruthLines lines) {
        LocalDate from = play.start();
        Map<SimulatedMeter, Long> before = new HashMap<>();
        for (DeviceCourse.Count count : course.passed()) {
            for (DeviceFeed.Passed passed : count.meters()) {
                Long former = before.put(passed.meter(), passed.total());
                if (count.day().isAfter(from)) {
                    long amount = passed.total() - (former == null ? 0 : former);
                    lines.passed(actor, passed.meter(), from, count.day(), amount);
                }
            }
            from = count.day();
        }
    }
}
