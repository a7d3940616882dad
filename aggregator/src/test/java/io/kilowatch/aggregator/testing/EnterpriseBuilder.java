package io.kilowatch.aggregator.testing;

import io.kilowatch.domain.Account;
import io.kilowatch.domain.Account.Term;
import io.kilowatch.domain.DataCentre;
import io.kilowatch.domain.Declared;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Site;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds enterprises; a meter written with a minus sign before its id is deducted. */
public final class EnterpriseBuilder {
    private static final String FIRST_17 = "91640100MA0000000";

    private final List<Meter> meters = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();
    private final List<Site> sites = new ArrayList<>();
    private boolean newPlant;
    private String region = "640100";
    private String industry = "C3216";
    private Optional<DataCentre> dataCentre = Optional.empty();
    private Declared declared = Declared.NONE;

    private EnterpriseBuilder() {}

    public static EnterpriseBuilder anEnterprise() {
        return new EnterpriseBuilder();
    }

    public EnterpriseBuilder with(MeterBuilder... more) {
        Arrays.stream(more).map(MeterBuilder::build).forEach(meters::add);
        return this;
    }

    public EnterpriseBuilder asNewPlant() {
        newPlant = true;
        return this;
    }

    public EnterpriseBuilder inRegion(String digits) {
        region = digits;
        return this;
    }

    public EnterpriseBuilder ofIndustry(String code) {
        industry = code;
        return this;
    }

    public EnterpriseBuilder at(Site site) {
        sites.add(site);
        return this;
    }

    public EnterpriseBuilder asDataCentre(DataCentre centre) {
        dataCentre = Optional.of(centre);
        return this;
    }

    public EnterpriseBuilder declaring(Declared what) {
        declared = what;
        return this;
    }

    public EnterpriseBuilder account(Account account) {
        accounts.add(account);
        return this;
    }

    public EnterpriseBuilder comprehensive(String... energy) {
        accounts.add(new Account.Comprehensive("whole", terms(energy)));
        return this;
    }

    public EnterpriseBuilder unitProduct(Optional<String> quota, List<String> energy, String... output) {
        accounts.add(new Account.UnitProduct(
                "product", new Name("单耗", "unit product"), quota, terms(energy.toArray(String[]::new)), terms(output)));
        return this;
    }

    public EnterpriseBuilder powerUsage(String quota, String facility, String it) {
        accounts.add(new Account.PowerUsage("hall", Optional.of(quota), terms(facility), terms(it)));
        return this;
    }

    private static List<Term> terms(String... meters) {
        return Arrays.stream(meters)
                .map(id -> new Term(id.replaceFirst("^-", ""), id.startsWith("-")))
                .toList();
    }

    public Enterprise build() {
        return new Enterprise(
                new EnterpriseCode(FIRST_17 + EnterpriseCode.checkCharacter(FIRST_17)),
                new Name("企业", "enterprise"),
                region,
                industry,
                newPlant,
                sites,
                Map.of(),
                Enterprise.byId(meters, Meter::id),
                accounts,
                dataCentre,
                declared);
    }
}
