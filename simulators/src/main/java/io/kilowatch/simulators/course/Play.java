package io.kilowatch.simulators.course;

import io.kilowatch.platform.config.InvalidSettings;
import io.kilowatch.simulators.province.DevicePasswords;
import io.kilowatch.simulators.province.Exchange;
import io.kilowatch.simulators.province.Noise;
import io.kilowatch.simulators.province.RegisterChange;
import io.kilowatch.simulators.province.RegistryDocument;
import io.kilowatch.simulators.province.Slot;
import io.kilowatch.simulators.scenario.Scenario;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A scenario with a seed, a first day and a length: all of it follows from these, to the last byte.
 *
 * @param days how long it is; without end if not given
 */
public record Play(Scenario scenario, long seed, LocalDate start, OptionalInt days, List<Actor> actors) {
    private static final long WITHOUT_END = Long.MAX_VALUE / 2;

    /** Copies the actors. */
    public Play {
        actors = List.copyOf(actors);
    }

    /**
     * A scenario as it is played from a day on.
     *
     * @throws InvalidSettings if its timeline names meters or devices that nobody has
     */
    public static Play of(Scenario scenario, long seed, LocalDate start, OptionalInt days) {
        return new Play(scenario, seed, start, days, Casting.of(scenario, seed, start, Slot.numberAt(start)));
    }

    /** The first instant at which registers are read. */
    public Instant begin() {
        return Slot.startOf(first());
    }

    /** The last instant at which they are; far away where the scenario has no end. */
    public Instant end() {
        return days.isPresent() ? Slot.startOf(last()) : Instant.MAX;
    }

    private long first() {
        return Slot.numberAt(start);
    }

    private long last() {
        return days.isPresent() ? Slot.numberAt(start.plusDays(days.getAsInt())) : WITHOUT_END;
    }

    /** The devices' passwords, made from the seed. */
    public DevicePasswords passwords() {
        return new DevicePasswords(seed);
    }

    /** All that a device does. */
    public DeviceCourse course(Actor actor, String device) {
        return new DeviceCourse(actor, device, new Noise(seed).stream("course"), first(), last(), scenario.upload());
    }

    /** The documents that describe all of them to a registry. */
    public List<RegistryDocument> documents() {
        return actors.stream().map(this::document).toList();
    }

    /** The document of one of them, with every replacement of a meter that it is told of. */
    public RegistryDocument document(Actor actor) {
        return RegistryDocument.of(actor.enterprise(), start, passwords(), exchanges(actor));
    }

    private List<Exchange> exchanges(Actor actor) {
        long newest = actor.enterprise().meters().stream()
                .flatMap(meter -> meter.changes().stream())
                .filter(change -> change instanceof RegisterChange.Replaced replaced && replaced.registered())
                .mapToLong(RegisterChange::slot)
                .max()
                .orElse(Long.MIN_VALUE);
        List<Exchange> exchanges = new ArrayList<>();
        if (newest >= first()) {
            for (String device : actor.enterprise().devices()) {
                DeviceCourse course = course(actor, device);
                course.feed().skipPast(Slot.startOf(newest));
                exchanges.addAll(course.feed().exchanges());
            }
        }
        return exchanges;
    }
}
