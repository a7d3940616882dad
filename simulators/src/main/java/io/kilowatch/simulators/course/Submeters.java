package io.kilowatch.simulators.course;

import io.kilowatch.simulators.province.Process;
import io.kilowatch.simulators.province.SimulatedEnterprise;
import io.kilowatch.simulators.province.SimulatedMeter;
import io.kilowatch.simulators.province.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Sub-meters that divide what an enterprise's first meter counts, each with an unequal share. */
final class Submeters {
    private static final int MOST = 500;
    private static final double HEADROOM = 1.2;

    /** Shared by all enterprises, which may be thousands. */
    private static final List<SimulatedMeter> ALL = IntStream.rangeClosed(1, MOST)
            .mapToObj(number -> SimulatedMeter.electricity(
                            "EL-SUB-" + number, "分表 " + number, "Sub-meter " + number, 4_000)
                    .startingAt(1_000L + 37 * number))
            .toList();

    private Submeters() {}

    /**
     * An enterprise with at least so many meters.
     *
     * @param oneDevice whether one device reads them all
     */
    static SimulatedEnterprise filled(SimulatedEnterprise enterprise, int meters, boolean oneDevice) {
        List<SimulatedMeter> all = new ArrayList<>();
        enterprise.meters().forEach(meter -> all.add(oneDevice ? meter.on("gw-1") : meter));
        int more = Math.max(0, meters - all.size());
        all.addAll(ALL.subList(0, more));
        Process process = more == 0 ? enterprise.process() : new Divided(enterprise.process(), more);
        return new SimulatedEnterprise(
                enterprise.profile(),
                all,
                enterprise.accounts(),
                enterprise.dataCentre(),
                enterprise.declarations(),
                process);
    }

    /** A process whose first meter's flow also passes so many sub-meters. */
    private record Divided(Process whole, int parts) implements Process {
        @Override
        public long[] flows(Slot slot) {
            long[] flows = whole.flows(slot);
            long[] all = Arrays.copyOf(flows, flows.length + parts);
            long weights = (long) parts * (parts + 3) / 2;
            for (int part = 0; part < parts; part++) {
                all[flows.length + part] = flows[0] / weights * (part + 2);
            }
            return all;
        }

        @Override
        public double[] ratings() {
            double[] ratings = whole.ratings();
            double[] all = Arrays.copyOf(ratings, ratings.length + parts);
            double weights = parts * (parts + 3) / 2.0;
            for (int part = 0; part < parts; part++) {
                all[ratings.length + part] = ratings[0] / weights * (part + 2) * HEADROOM;
            }
            return all;
        }
    }
}
