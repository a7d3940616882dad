package io.kilowatch.simulators.course;

import io.kilowatch.simulators.province.SimulatedEnterprise;
import io.kilowatch.simulators.scenario.Step;
import java.util.List;

/**
 * An enterprise of a scenario with what happens to it.
 *
 * @param id what the timeline calls it
 * @param steps what happens to it, its meters and its devices
 */
public record Actor(String id, SimulatedEnterprise enterprise, List<Step> steps) {
    /** Copies the steps. */
    public Actor {
        steps = List.copyOf(steps);
    }
}
