package io.kilowatch.registry.document;

import io.kilowatch.domain.Carrier;
import io.kilowatch.domain.Carrier.Kind;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Meter.Measured;
import io.kilowatch.registry.reference.ReferenceData;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the energy that a document's meters count comes from, so that none is counted twice: which working media
 * (耗能工质) are made by the enterprise itself, and which meters count what was made from other meters' energy.
 */
final class Provenance {
    private enum Origin {
        PURCHASED,
        OWN
    }

    private final Set<String> own = new HashSet<>();
    private final Map<String, Set<String>> producedFrom = new HashMap<>();
    private final List<Node> sources = new ArrayList<>();

    /** Reads {@code origin} and {@code producedFrom} of a meter. */
    void read(Node meter, String id, Measured measured) {
        origin(meter, id, measured);
        if (measured instanceof Measured.Product && meter.child("producedFrom").exists()) {
            meter.child("producedFrom").fault("is for meters of energy; what a product takes is summed by an account");
            return;
        }
        Set<String> from = new LinkedHashSet<>();
        for (Node source : meter.list("producedFrom")) {
            source.value().ifPresent(other -> {
                sources.add(source);
                if (other.equals(id)) {
                    source.fault("meter \"" + other + "\" cannot be produced from itself");
                } else if (!from.add(other)) {
                    source.fault("meter \"" + other + "\" is listed twice");
                }
            });
        }
        producedFrom.putIfAbsent(id, from);
    }

    private void origin(Node meter, String id, Measured measured) {
        boolean medium = ReferenceData.standard()
                .carrier(measured.id())
                .filter(carrier -> measured instanceof Measured.Energy && carrier.kind() == Kind.WORKING_MEDIUM)
                .isPresent();
        Node origin = meter.child("origin");
        if (!medium) {
            if (origin.exists()) {
                origin.fault("is for meters of a working medium, of which are " + media() + "; take it out");
            }
        } else if (!origin.exists()) {
            origin.fault(measured.id() + " is a working medium; say purchased, or own for what is made here from energy"
                    + " that is counted already");
        } else if (meter.oneOf("origin", Origin.values())
                .filter(Origin.OWN::equals)
                .isPresent()) {
            own.add(id);
        }
    }

    private static String media() {
        return String.join(
                ", ",
                ReferenceData.standard().carriers().stream()
                        .filter(carrier -> carrier.kind() == Kind.WORKING_MEDIUM)
                        .map(Carrier::id)
                        .sorted()
                        .toList());
    }

    /** Notes sources that are no energy meter of the document, and meters that are produced from themselves. */
    void check(Map<String, Meter> meters) {
        for (Node source : sources) {
            String id = source.value().orElseThrow();
            Meter meter = meters.get(id);
            if (meter == null) {
                source.fault("no meter \"" + id + "\" is in this document");
            } else if (meter.measures() instanceof Measured.Product) {
                source.fault("meter \"" + id + "\" counts a product, not energy");
            } else if (sourcesOf(id).contains(id)) {
                source.fault("meter \"" + id + "\" is produced from itself by way of others; take one of them out");
            }
        }
    }

    /** Whether a meter counts a working medium that the enterprise makes itself. */
    boolean isOwnMedium(String meter) {
        return own.contains(meter);
    }

    /** Every meter whose energy a meter's was made from, directly or by way of others. */
    Set<String> sourcesOf(String meter) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(meter));
        while (!open.isEmpty()) {
            for (String source : producedFrom.getOrDefault(open.pop(), Set.of())) {
                if (found.add(source)) {
                    open.push(source);
                }
            }
        }
        return found;
    }
}
