package io.kilowatch.simulators.works;

import static io.kilowatch.simulators.province.Account.terms;

import io.kilowatch.simulators.province.Account;
import io.kilowatch.simulators.province.DataCentres;
import io.kilowatch.simulators.province.Noise;
import io.kilowatch.simulators.province.Profile;
import io.kilowatch.simulators.province.SimulatedEnterprise;
import io.kilowatch.simulators.province.SimulatedEnterprise.Hall;
import io.kilowatch.simulators.province.Weather;
import java.util.Map;
import java.util.Optional;

/** Data centres; those of Zhongwei (region 6405) have its weather, all others that of the Yinchuan plain. */
final class DataCentreKind {
    private static final String ZHONGWEI = "6405";

    static final WorksKind DATA_CENTRE = new WorksKind(
            "data-centre",
            "I6450",
            new Model(Map.of(
                            "itKilowatts", 12_000.0,
                            "ratedKilowatts", 18_000.0,
                            "growth", 0.25,
                            "upsLoss", 0.045,
                            "services", 0.015,
                            "freeCooling", 0.06,
                            "fullCooling", 0.16,
                            "racks", 4_000.0,
                            "commitment", 1.2,
                            "budget", 30_000.0))
                    .with(Map.of("outputValue", 3_000.0, "valueAdded", 1_200.0)),
            DataCentreKind::centre);

    private DataCentreKind() {}

    private static SimulatedEnterprise centre(Profile profile, Noise noise, Model model) {
        Noise air = noise.stream("weather");
        Weather weather = profile.region().startsWith(ZHONGWEI) ? Weather.zhongwei(air) : Weather.yinchuan(air);
        boolean isNew = profile.plant().equals("new");
        Account pue = Account.pue(
                isNew ? "data-centre.pue.ningxia-new-large" : "data-centre.pue.gb40879",
                terms("EL-IN-A", "EL-IN-B"),
                terms("EL-IT-A", "EL-IT-B"));
        return DataCentres.centre(
                profile,
                new HallProcess(
                        noise,
                        weather,
                        model.of("itKilowatts"),
                        model.of("ratedKilowatts"),
                        model.of("growth"),
                        model.of("upsLoss"),
                        model.of("services"),
                        model.of("freeCooling"),
                        model.of("fullCooling")),
                new Hall(
                        model.whole("racks"),
                        2,
                        "2024-06-01",
                        isNew ? Optional.of(MetalWorks.text(model, "commitment")) : Optional.empty()),
                MetalWorks.declared(noise, model),
                isNew ? pue.judgedToo("commitment") : pue,
                40_000,
                52_310);
    }
}
