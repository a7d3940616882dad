package io.kilowatch.simulators.scenario;

import io.kilowatch.simulators.province.Name;
import io.kilowatch.simulators.works.Model;
import io.kilowatch.simulators.works.WorksKind;
import java.util.Optional;

/**
 * Somebody who takes part in a scenario, or several alike.
 *
 * @param id what the timeline calls it; of several, the first {@code id}, the others {@code id-2} and so on
 * @param serial makes the credit code; of several, the first one's
 * @param count how many alike, each with noise of its own
 * @param name of the first; made from the kind of works where not given
 * @param region GB/T 2260
 * @param plant {@code existing} or {@code new}
 * @param model the works' parameters
 * @param meters how many meters it has at least, filled up with sub-meters; 0 for none of those
 * @param oneDevice whether one device reads them all
 */
public record Part(
        String id,
        WorksKind kind,
        int serial,
        int count,
        Optional<Name> name,
        String region,
        String plant,
        Model model,
        int meters,
        boolean oneDevice) {}
