package io.kilowatch.simulators.works;

import static io.kilowatch.simulators.province.SimulatedMeter.beltScale;

import io.kilowatch.simulators.province.CementWorks;
import io.kilowatch.simulators.province.KilnProcess;
import java.util.Map;

/** Cement: kiln campaigns with staggered stops in winter, mills by the hours of the tariff, clinker ratio. */
final class CementKind {
    static final WorksKind CEMENT = new WorksKind(
            "cement-works",
            "C3011",
            new Model(Map.of(
                    "tonnesPerHour", 208.3,
                    "coalPerTonne", 145.6,
                    "kilowattHoursPerTonne", 55.0,
                    "clinkerRatio", 76.0,
                    "coalKilojoules", 20_800.0,
                    "clinkerCapacity", 1_550_000.0,
                    "cementCapacity", 2_100_000.0,
                    "budget", 218_000.0,
                    "outputValue", 5_400.0,
                    "valueAdded", 1_900.0)),
            (profile, noise, model) -> CementWorks.works(
                    profile,
                    new KilnProcess(
                            noise,
                            model.of("tonnesPerHour"),
                            model.of("coalPerTonne"),
                            model.of("kilowattHoursPerTonne"),
                            model.of("clinkerRatio")),
                    MetalWorks.declared(noise, model).withCoal(model.whole("coalKilojoules")),
                    new CementWorks.Ratings(
                            model.whole("clinkerCapacity"), model.whole("cementCapacity"), model.whole("clinkerRatio")),
                    beltScale("COAL-KILN", "窑系统入窑煤粉秤", "Coal to the kiln", "raw-coal")
                            .startingAt(418_204)));

    private CementKind() {}
}
