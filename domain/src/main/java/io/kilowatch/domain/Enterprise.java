package io.kilowatch.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A key energy user (重点用能单位): all that the registry knows of one legal person.
 *
 * @param code its credit code
 * @param name its names
 * @param region six digits, GB/T 2260
 * @param industry GB/T 4754, such as {@code C3216}
 * @param newPlant whether it is judged as a new or rebuilt plant, by level 2 instead of level 3
 * @param sites its sites
 * @param devices its devices by id
 * @param meters its meters by id
 * @param accounts its accounts
 * @param dataCentre for data centres
 * @param declared what it declares besides its meters
 */
public record Enterprise(
        EnterpriseCode code,
        Name name,
        String region,
        String industry,
        boolean newPlant,
        List<Site> sites,
        Map<String, Device> devices,
        Map<String, Meter> meters,
        List<Account> accounts,
        Optional<DataCentre> dataCentre,
        Declared declared) {
    /** Copies its collections. */
    public Enterprise {
        sites = List.copyOf(sites);
        devices = Map.copyOf(devices);
        meters = Map.copyOf(meters);
        accounts = List.copyOf(accounts);
    }

    /** One that declares nothing besides its meters. */
    public Enterprise(
            EnterpriseCode code,
            Name name,
            String region,
            String industry,
            boolean newPlant,
            List<Site> sites,
            Map<String, Device> devices,
            Map<String, Meter> meters,
            List<Account> accounts,
            Optional<DataCentre> dataCentre) {
        this(code, name, region, industry, newPlant, sites, devices, meters, accounts, dataCentre, Declared.NONE);
    }

    /** The same enterprise with other accounts. */
    public Enterprise withAccounts(List<Account> others) {
        return new Enterprise(
                code, name, region, industry, newPlant, sites, devices, meters, others, dataCentre, declared);
    }

    /** A meter that is known to be in the document. */
    public Meter meter(String id) {
        Meter meter = meters.get(id);
        if (meter == null) {
            throw new IllegalArgumentException("no meter " + id + " in the document of " + code);
        }
        return meter;
    }

    /** Things by their id. */
    public static <T> Map<String, T> byId(List<T> things, Function<T, String> id) {
        return things.stream().collect(Collectors.toUnmodifiableMap(id, Function.identity()));
    }
}
