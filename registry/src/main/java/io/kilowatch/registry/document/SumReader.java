package io.kilowatch.registry.document;

import io.kilowatch.domain.Account.Term;
import io.kilowatch.domain.Carrier;
import io.kilowatch.domain.Dimension;
import io.kilowatch.domain.IndicatorUnit;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Unit;
import io.kilowatch.registry.document.TermReader.Counted;
import io.kilowatch.registry.document.TermReader.Terms;
import io.kilowatch.registry.reference.ReferenceData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what the accounts of a document sum, and checks each meter against what the sum is of. */
final class SumReader {
    private final TermReader reader;
    private final Provenance provenance;
    private final ReferenceData reference = ReferenceData.standard();

    /**
     * A reader of the sums of one document.
     *
     * @param meters its meters by id
     * @param provenance where their energy comes from
     */
    SumReader(Map<String, Meter> meters, Provenance provenance) {
        this.reader = new TermReader(meters);
        this.provenance = provenance;
    }

    /** What the whole enterprise consumes, in which a working medium counts where it is bought, not where it is made. */
    List<Term> comprehensive(Node account) {
        Terms terms = reader.terms(account, "energy", "use");
        List<Counted> bought = new ArrayList<>();
        for (Counted one : energy(terms)) {
            if (provenance.isOwnMedium(one.id()) && !one.term().deducted()) {
                one.place()
                        .fault("meter \"" + one.id() + "\" counts a working medium made here; its energy is counted"
                                + " already where it is made; take it out, or take it off with sign \"-\" if it is"
                                + " passed on");
            } else {
                bought.add(one);
            }
        }
        once(bought);
        return terms.all();
    }

    /**
     * The energy of a product.
     *
     * @param unit the unit of its quota, if that is known
     */
    List<Term> energy(Node account, Optional<IndicatorUnit> unit) {
        Terms terms = reader.terms(account, "energy", "use");
        List<Counted> energy = energy(terms);
        once(energy);
        unit.ifPresent(known -> {
            switch (known.above()) {
                case COAL_EQUIVALENT -> {}
                case ELECTRICITY -> electricity(energy);
                case MASS -> massOfOneCarrier(energy, known);
            }
        });
        return terms.all();
    }

    /** The energy of a data centre, of any carrier. */
    List<Term> facility(Node account) {
        Terms terms = reader.terms(account, "facility");
        once(energy(terms));
        return terms.all();
    }

    /** The electricity of its IT equipment. */
    List<Term> it(Node account) {
        Terms terms = reader.terms(account, "it");
        electricity(energy(terms));
        return terms.all();
    }

    /**
     * The output that energy is divided by.
     *
     * @param unit the unit of the quota, if that is known
     */
    List<Term> output(Node account, Optional<IndicatorUnit> unit) {
        Terms terms = reader.terms(account, "output", "conversion");
        for (Counted one : terms.known()) {
            unit.ifPresent(known -> output(one, known));
        }
        return terms.all();
    }

    private void output(Counted one, IndicatorUnit unit) {
        boolean ofEnergy = unit.dimension() == Dimension.ELECTRICITY || unit.dimension() == Dimension.HEAT;
        if (!one.isProduct() && !ofEnergy) {
            one.place().fault("meter \"" + one.id() + "\" counts energy, not a product");
        } else if (one.meter().unit().dimension() != unit.dimension()) {
            one.place()
                    .fault("meter \"" + one.id() + "\" does not count " + word(unit.dimension()) + ", which "
                            + unit.symbol() + " is per; its unit must be one of " + Unit.symbols(unit.dimension()));
        }
    }

    /** The meters of a sum of energy; those that count a product are noted and left out. */
    private List<Counted> energy(Terms terms) {
        List<Counted> energy = new ArrayList<>();
        for (Counted one : terms.known()) {
            if (one.isProduct()) {
                one.place().fault("meter \"" + one.id() + "\" counts a product, not energy");
                continue;
            }
            boolean electricity = carrier(one)
                    .filter(carrier -> carrier.dimension() == Dimension.ELECTRICITY)
                    .isPresent();
            if (one.term().feedstock() && electricity) {
                one.node().child("use").fault("electricity is no raw material; take it out");
            }
            energy.add(one);
        }
        return energy;
    }

    /** Notes meters of energy that was made from what another meter of the sum counts. */
    private void once(List<Counted> energy) {
        for (Counted one : energy) {
            Set<String> sources = provenance.sourcesOf(one.id());
            energy.stream()
                    .filter(other -> sources.contains(other.id()) && !other.id().equals(one.id()))
                    .filter(other -> !other.term().deducted() && !one.term().deducted())
                    .forEach(other -> one.place()
                            .fault("meter \"" + one.id() + "\" is produced from what meter \"" + other.id()
                                    + "\" counts, so that its energy would be counted twice; take one of them out"));
        }
    }

    private void electricity(List<Counted> energy) {
        for (Counted one : energy) {
            if (carrier(one)
                    .filter(carrier -> carrier.dimension() != Dimension.ELECTRICITY)
                    .isPresent()) {
                one.place().fault("meter \"" + one.id() + "\" does not count electricity");
            }
        }
    }

    private void massOfOneCarrier(List<Counted> energy, IndicatorUnit unit) {
        String rule = "; " + unit.symbol() + " is of the mass of one carrier";
        for (Counted one : energy) {
            Optional<Carrier> carrier = carrier(one);
            String first = energy.get(0).measured();
            if (carrier.isPresent() && carrier.get().dimension() != Dimension.MASS) {
                one.place().fault("meter \"" + one.id() + "\" does not count mass" + rule);
            } else if (!one.measured().equals(first)) {
                one.place()
                        .fault("meter \"" + one.id() + "\" counts " + one.measured() + ", meter \""
                                + energy.get(0).id() + "\" " + first + rule);
            }
        }
    }

    private Optional<Carrier> carrier(Counted one) {
        return reference.carrier(one.measured());
    }

    private static String word(Dimension dimension) {
        return dimension == Dimension.COUNT ? "pieces" : dimension.name().toLowerCase(Locale.ROOT);
    }
}
