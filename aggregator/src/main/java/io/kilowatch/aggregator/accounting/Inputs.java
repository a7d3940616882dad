package io.kilowatch.aggregator.accounting;

import io.kilowatch.domain.DataCentre;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Input;
import io.kilowatch.domain.InputDefinition;
import io.kilowatch.domain.Site;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The inputs of an account's corrections and conversions, day by day: its own, its site's and the data centre's. */
public final class Inputs {
    /** From when on a site is as high as it is. */
    private static final LocalDate ALWAYS = LocalDate.EPOCH;

    private final ReferenceData reference;
    private final List<Input> declared;
    private final Optional<Site> site;
    private final Optional<DataCentre> dataCentre;

    /** Those of an account that declares some, at a site; where it names none, at the enterprise's only one. */
    public Inputs(Enterprise enterprise, ReferenceData reference, List<Input> declared, Optional<String> site) {
        this.reference = reference;
        this.declared = declared;
        this.site = enterprise.sites().stream()
                .filter(one ->
                        site.map(one.id()::equals).orElse(enterprise.sites().size() == 1))
                .findFirst();
        this.dataCentre = enterprise.dataCentre();
    }

    /** Every day on which one of them changes. */
    public SortedSet<LocalDate> changes() {
        SortedSet<LocalDate> days = new TreeSet<>();
        declared.forEach(input -> days.add(input.from()));
        return days;
    }

    /** An input on a day. */
    public Optional<Input> find(String id, LocalDate day) {
        return switch (reference.input(id).map(InputDefinition::origin).orElse(InputDefinition.Origin.ACCOUNT)) {
            case ACCOUNT ->
                declared.stream()
                        .filter(input -> input.id().equals(id) && !input.from().isAfter(day))
                        .reduce((kept, next) -> next.from().isBefore(kept.from()) ? kept : next);
            case SITE ->
                site.flatMap(one -> id.equals("pressure") ? one.pressure() : one.altitude())
                        .map(value -> new Input(id, ALWAYS, value));
            case DATA_CENTRE -> dataCentre.map(centre -> new Input(id, ALWAYS, BigDecimal.valueOf(centre.racks())));
        };
    }
}
