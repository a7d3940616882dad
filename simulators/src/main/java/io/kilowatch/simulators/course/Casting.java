package io.kilowatch.simulators.course;

import io.kilowatch.platform.config.InvalidSettings;
import io.kilowatch.simulators.device.ReadingKind;
import io.kilowatch.simulators.province.Name;
import io.kilowatch.simulators.province.Noise;
import io.kilowatch.simulators.province.Profile;
import io.kilowatch.simulators.province.Province;
import io.kilowatch.simulators.province.RegisterChange;
import io.kilowatch.simulators.province.SimulatedEnterprise;
import io.kilowatch.simulators.province.SimulatedMeter;
import io.kilowatch.simulators.scenario.Parameter;
import io.kilowatch.simulators.scenario.Part;
import io.kilowatch.simulators.scenario.Scenario;
import io.kilowatch.simulators.scenario.Step;
import io.kilowatch.simulators.scenario.StepKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns the parts of a scenario into enterprises, and hands each of them what happens to it. */
final class Casting {
    private final Scenario scenario;
    private final long first;
    private final Noise noise;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, SimulatedEnterprise> cast = new LinkedHashMap<>();

    private Casting(Scenario scenario, long seed, long first) {
        this.scenario = scenario;
        this.first = first;
        this.noise = new Noise(seed);
    }

    /**
     * The actors of a scenario.
     *
     * @param first the number of its first slot
     * @throws InvalidSettings if its timeline names meters or devices that nobody has
     */
    static List<Actor> of(Scenario scenario, long seed, LocalDate start, long first) {
        Casting casting = new Casting(scenario, seed, first);
        if (scenario.province()) {
            Province.of(seed, start).enterprises().forEach(one -> casting.take(word(one), one));
        }
        scenario.parts().forEach(casting::take);
        List<Actor> actors = casting.actors();
        if (!casting.faults.isEmpty()) {
            throw new InvalidSettings(casting.faults);
        }
        return actors;
    }

    private static String word(SimulatedEnterprise enterprise) {
        return enterprise.profile().name().en().split(" ", -1)[1].toLowerCase(Locale.ROOT);
    }

    private void take(String id, SimulatedEnterprise enterprise) {
        cast.put(id, enterprise);
    }

    private void take(Part part) {
        for (int number = 0; number < part.count(); number++) {
            String id = number == 0 ? part.id() : part.id() + '-' + (number + 1);
            Name name = part.name().orElse(new Name("示例单位 " + id, "Example " + id));
            if (number > 0 && part.name().isPresent()) {
                name = new Name(name.zh() + (number + 1), name.en() + ' ' + (number + 1));
            }
            Profile profile = Profile.of(
                    part.serial() + number,
                    name,
                    part.region(),
                    part.kind().industry(),
                    part.plant(),
                    "38.47",
                    "106.28",
                    "1120");
            SimulatedEnterprise built = part.kind().builder().build(profile, noise.stream(id), part.model());
            take(id, Submeters.filled(built, part.meters(), part.oneDevice()));
        }
    }

    private List<Actor> actors() {
        Map<String, List<Step>> steps = new HashMap<>();
        scenario.steps()
                .forEach(step -> steps.computeIfAbsent(step.enterprise(), id -> new ArrayList<>())
                        .add(step));
        return cast.entrySet().stream()
                .map(entry -> actor(entry.getKey(), entry.getValue(), steps.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }

    private Actor actor(String id, SimulatedEnterprise enterprise, List<Step> steps) {
        SimulatedEnterprise changed = enterprise;
        for (Step step : steps) {
            step.device()
                    .filter(device -> !enterprise.devices().contains(device))
                    .ifPresent(device -> faults.add("the timeline names device " + device + " of " + id + ", which has "
                            + String.join(", ", enterprise.devices())));
            Optional<SimulatedMeter> meter = step.meter().flatMap(name -> meter(id, enterprise, step, name));
            Optional<RegisterChange> change = meter.isPresent() ? change(step) : Optional.empty();
            if (change.isPresent()) {
                try {
                    changed = changed.changing(step.meter().orElseThrow(), change.get());
                } catch (IllegalArgumentException e) {
                    faults.add(
                            "the timeline's " + step.kind().word() + " of " + id + " does not fit: " + e.getMessage());
                }
            }
        }
        return new Actor(id, Loads.applied(changed, steps, first), steps);
    }

    private Optional<SimulatedMeter> meter(String id, SimulatedEnterprise enterprise, Step step, String name) {
        Optional<SimulatedMeter> meter = enterprise.meters().stream()
                .filter(one -> one.id().equals(name))
                .findFirst();
        if (meter.isEmpty()) {
            faults.add("the timeline names meter " + name + " of " + id + ", which has "
                    + String.join(
                            ", ",
                            enterprise.meters().stream().map(SimulatedMeter::id).toList()));
            return meter;
        }
        boolean register = meter.get().kind() == ReadingKind.REGISTER;
        if (step.kind().target() == StepKind.Target.REGISTER && !register) {
            faults.add(step.kind().word() + " is of a register, and meter " + name + " of " + id + " sends amounts");
        } else if (step.kind().target() == StepKind.Target.AMOUNT && register) {
            faults.add(step.kind().word() + " is of amounts, and meter " + name + " of " + id + " is a register");
        }
        return meter;
    }

    private Optional<RegisterChange> change(Step step) {
        long slot = first + step.from();
        return switch (step.kind()) {
            case REPLACED ->
                Optional.of(new RegisterChange.Replaced(
                        slot, step.whole(Parameter.INITIAL), Boolean.parseBoolean(step.text(Parameter.REGISTERED))));
            case TRANSFORMED -> Optional.of(new RegisterChange.Transformed(slot, step.whole(Parameter.MULTIPLIER)));
            case SET_BACK -> Optional.of(new RegisterChange.SetBack(slot, step.whole(Parameter.UNITS)));
            default -> Optional.empty();
        };
    }
}
