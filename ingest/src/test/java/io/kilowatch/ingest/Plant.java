package io.kilowatch.ingest;

import io.kilowatch.domain.DataCode;
import io.kilowatch.domain.Device;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Multiplier;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReportingInterval;
import io.kilowatch.domain.Unit;
import io.kilowatch.platform.security.PasswordHash;
import io.kilowatch.platform.security.SubjectName;
import io.kilowatch.registry.feed.Registry;
import io.kilowatch.registry.feed.RegistrySnapshot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A registered plant for tests: device {@code gw-1} reads the meters {@code EL} (register, kWh, 6 digits), {@code HV}
 * (register, MWh, multiplier up to 1000), {@code CLINKER} (amount, t) and {@code CRAC} (power, kWh); {@code gw-2} reads
 * {@code OTHER}. {@code GAS} (amount of a day) and {@code POWER} (amount of an hour) of {@code gw-1} have codes in the
 * national system.
 */
public final class Plant implements Registry {
    /** Its credit code. */
    public static final String CODE = "91640000000000001" + EnterpriseCode.checkCharacter("91640000000000001");

    /** Its first device's user name. */
    public static final String USER = CODE + "/gw-1";

    /** Its first device's password. */
    public static final String PASSWORD = "correct horse";

    private volatile RegistrySnapshot snapshot = RegistrySnapshot.EMPTY;

    /** A plant in the registry, with the given password for its first device. */
    public static Plant registered() {
        Plant plant = new Plant();
        plant.register(PASSWORD, 7);
        return plant;
    }

    /** Replaces its document. */
    public void register(String password, long offset) {
        snapshot = new RegistrySnapshot(Map.of(CODE, new RegistrySnapshot.Entry(enterprise(password), offset)));
    }

    /** Replaces its document; its first device signs in by certificates of a subject. */
    public void registerWithCertificate(String subject, long offset) {
        Device device = new Device("gw-1", Optional.empty(), Optional.of(SubjectName.parse(subject)));
        snapshot = new RegistrySnapshot(Map.of(CODE, new RegistrySnapshot.Entry(enterprise(device), offset)));
    }

    @Override
    public RegistrySnapshot snapshot() {
        return snapshot;
    }

    /** Its document. */
    public static Enterprise enterprise(String password) {
        String stored = PasswordHash.of(password, 1_000).text();
        return enterprise(new Device("gw-1", Optional.of(stored)));
    }

    private static Enterprise enterprise(Device first) {
        List<Meter> meters = List.of(
                meter("EL", "gw-1", ReadingKind.REGISTER, Unit.KWH, List.of(), Optional.of(6)),
                meter(
                        "HV",
                        "gw-1",
                        ReadingKind.REGISTER,
                        Unit.MWH,
                        List.of(multiplier("2020-01-01", "1000"), multiplier("2025-01-01", "10")),
                        Optional.empty()),
                meter("CLINKER", "gw-1", ReadingKind.AMOUNT, Unit.T, List.of(), Optional.empty()),
                meter("CRAC", "gw-1", ReadingKind.POWER, Unit.KWH, List.of(), Optional.empty()),
                coded("GAS", ReportingInterval.P1D, "00-00-0000-011500-11"),
                coded("POWER", ReportingInterval.PT1H, "00-00-0000-023300-11"),
                meter("OTHER", "gw-2", ReadingKind.REGISTER, Unit.KWH, List.of(), Optional.empty()));
        return new Enterprise(
                new EnterpriseCode(CODE),
                new Name("某水泥厂", "A cement plant"),
                "640100",
                "C3011",
                false,
                List.of(),
                Map.of("gw-1", first, "gw-2", new Device("gw-2", Optional.empty())),
                Enterprise.byId(meters, Meter::id),
                List.of(),
                Optional.empty());
    }

    private static Multiplier multiplier(String from, String value) {
        return new Multiplier(LocalDate.parse(from).atStartOfDay(), new BigDecimal(value));
    }

    private static Meter coded(String id, ReportingInterval interval, String code) {
        return new Meter(
                id,
                "gw-1",
                new Name(id, id),
                new Meter.Measured.Energy("electricity"),
                ReadingKind.AMOUNT,
                Unit.KWH,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                interval,
                Optional.empty(),
                Optional.empty(),
                DataCode.parse(code));
    }

    private static Meter meter(
            String id,
            String device,
            ReadingKind kind,
            Unit unit,
            List<Multiplier> multipliers,
            Optional<Integer> digits) {
        return new Meter(
                id,
                device,
                new Name(id, id),
                new Meter.Measured.Energy("electricity"),
                kind,
                unit,
                multipliers,
                digits,
                Optional.empty(),
                List.of(),
                ReportingInterval.PT15M,
                Optional.empty(),
                Optional.empty());
    }
}
