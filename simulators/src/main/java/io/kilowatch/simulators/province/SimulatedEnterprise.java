package io.kilowatch.simulators.province;

import java.util.List;
import java.util.Optional;

/**
 * An enterprise of the province with its meters, accounts and the process behind them.
 *
 * @param dataCentre set where it is one
 * @param declarations what it declares besides its meters
 */
public record SimulatedEnterprise(
        Profile profile,
        List<SimulatedMeter> meters,
        List<Account> accounts,
        Optional<Hall> dataCentre,
        Declarations declarations,
        Process process) {

    /**
     * A data centre's particulars.
     *
     * @param category of PUE measurement (GB/T 32910.3): where IT energy is taken
     * @param commissioned ISO date
     * @param commitment the PUE that its energy review committed it to
     */
    public record Hall(int racks, int category, String commissioned, Optional<String> commitment) {}

    /** Copies the lists. */
    public SimulatedEnterprise {
        meters = List.copyOf(meters);
        accounts = List.copyOf(accounts);
    }

    /** Unified social credit code. */
    public String code() {
        return profile.code();
    }

    /** The devices that its meters are behind. */
    public List<String> devices() {
        return meters.stream().map(SimulatedMeter::device).distinct().toList();
    }

    /** The same with another process behind it. */
    public SimulatedEnterprise running(Process other) {
        return new SimulatedEnterprise(profile, meters, accounts, dataCentre, declarations, other);
    }

    /** The same, to one of whose registers something happens. */
    public SimulatedEnterprise changing(String meter, RegisterChange change) {
        List<SimulatedMeter> changed = meters.stream()
                .map(one -> one.id().equals(meter) ? one.changing(change) : one)
                .toList();
        return new SimulatedEnterprise(profile, changed, accounts, dataCentre, declarations, process);
    }
}
