package io.kilowatch.simulators.course;

import io.kilowatch.simulators.province.Process;
import io.kilowatch.simulators.province.SimulatedEnterprise;
import io.kilowatch.simulators.province.Slot;
import io.kilowatch.simulators.scenario.Parameter;
import io.kilowatch.simulators.scenario.Step;
import io.kilowatch.simulators.scenario.StepKind;
import java.util.List;

/**
 * A process that for some time runs at a part of its load.
 *
 * @param first the number of the slot that the steps count from
 */
record Loads(Process process, List<Step> steps, long first) implements Process {
    private static final long MILLIONTHS = 1_000_000;

    Loads {
        steps = List.copyOf(steps);
    }

    /** The enterprise, with such a process if any step asks for it. */
    static SimulatedEnterprise applied(SimulatedEnterprise enterprise, List<Step> steps, long first) {
        List<Step> loads =
                steps.stream().filter(step -> step.kind() == StepKind.LOAD).toList();
        return loads.isEmpty() ? enterprise : enterprise.running(new Loads(enterprise.process(), loads, first));
    }

    @Override
    public long[] flows(Slot slot) {
        long[] flows = process.flows(slot);
        for (Step step : steps) {
            if (step.isDuring(slot.number() - first)) {
                long share = step.number(Parameter.SHARE).movePointRight(6).longValueExact();
                for (int place = 0; place < flows.length; place++) {
                    flows[place] = Math.multiplyExact(flows[place], share) / MILLIONTHS;
                }
            }
        }
        return flows;
    }

    @Override
    public double[] ratings() {
        return process.ratings();
    }
}
