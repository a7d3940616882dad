package io.kilowatch.registry.document;

import io.kilowatch.domain.Account.Term;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Meter.Measured;
import io.kilowatch.domain.OutputConversion;
import io.kilowatch.registry.reference.ReferenceData;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the terms of the sums of a document. */
final class TermReader {
    private final Map<String, Meter> meters;
    private final ReferenceData reference = ReferenceData.standard();

    TermReader(Map<String, Meter> meters) {
        this.meters = meters;
    }

    /**
     * A term whose meter is in the document.
     *
     * @param node where it stands
     * @param meter that meter
     * @param term the term
     */
    record Counted(Node node, Meter meter, Term term) {
        /** Where its meter is named. */
        Node place() {
            return node.child("meter");
        }

        String id() {
            return meter.id();
        }

        String measured() {
            return meter.measures().id();
        }

        boolean isProduct() {
            return meter.measures() instanceof Measured.Product;
        }
    }

    /**
     * The terms of a sum.
     *
     * @param all every one
     * @param known those whose meter is in the document
     */
    record Terms(List<Term> all, List<Counted> known) {}

    /**
     * The terms of a field.
     *
     * @param further the fields that a term may have besides meter and sign: use or conversion
     */
    Terms terms(Node account, String field, String... further) {
        Terms terms = new Terms(new ArrayList<>(), new ArrayList<>());
        Set<String> seen = new HashSet<>();
        for (Node one : account.someOf(field, "meter")) {
            Term term = term(one, List.of(further));
            terms.all().add(term);
            Node place = one.child("meter");
            Meter meter = meters.get(term.meter());
            if (meter == null && !term.meter().isEmpty()) {
                place.fault("no meter \"" + term.meter() + "\" is in this document");
            } else if (meter != null && !meter.measures().id().isEmpty()) {
                terms.known().add(new Counted(one, meter, term));
            }
            if (!term.meter().isEmpty() && !seen.add(term.meter())) {
                place.fault("meter \"" + term.meter() + "\" is counted twice");
            }
        }
        return terms;
    }

    private enum Use {
        FUEL,
        FEEDSTOCK
    }

    private Term term(Node one, List<String> further) {
        List<String> fields = new ArrayList<>(List.of("meter", "sign"));
        fields.addAll(further);
        one.only(fields.toArray(String[]::new));
        boolean feedstock = further.contains("use")
                && one.child("use").exists()
                && one.oneOf("use", Use.values()).filter(Use.FEEDSTOCK::equals).isPresent();
        Optional<String> conversion = further.contains("conversion") ? conversion(one) : Optional.empty();
        boolean deducted = one.optionalText("sign").map(sign -> sign(one, sign)).orElse(false);
        return new Term(one.text("meter"), deducted, feedstock, conversion);
    }

    private Optional<String> conversion(Node one) {
        Optional<String> id = one.optionalText("conversion");
        List<String> known = reference.conversions().stream()
                .map(OutputConversion::id)
                .distinct()
                .sorted()
                .toList();
        id.filter(text -> !known.contains(text))
                .ifPresent(text -> one.child("conversion")
                        .fault("no conversion \"" + text + "\" is known; known are " + String.join(", ", known)));
        return id;
    }

    private static boolean sign(Node node, String sign) {
        if (!sign.equals("+") && !sign.equals("-")) {
            node.child("sign").fault('"' + sign + "\" must be + or -");
        }
        return sign.equals("-");
    }
}
