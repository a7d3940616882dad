package io.kilowatch.aggregator.evidence.file;

import io.kilowatch.aggregator.evidence.Declaration;
import io.kilowatch.aggregator.evidence.IndicatorAccount;
import io.kilowatch.aggregator.evidence.Subject;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Meter.Measured;
import io.kilowatch.registry.reference.ReferenceExtract;
import io.kilowatch.registry.reference.ReferenceFiles;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The rows of the reference data that a figure can be computed with alone, as they stand in the project's files.
 *
 * @param files by name
 */
record UsedReference(SortedMap<String, byte[]> files) {
    /** What steam is converted by, beside its own factor. */
    private static final String HEAT = "heat";

    private static final String DUAL_CONTROL = "dual-control:";

    static UsedReference of(Subject subject) {
        IndicatorAccount account = subject.account();
        String indicator = account.indicator();
        boolean dualControl = indicator.startsWith(DUAL_CONTROL);
        Set<String> carriers = new TreeSet<>();
        for (Meter meter : account.meters(subject.enterprise())) {
            if (meter.measures() instanceof Measured.Energy) {
                carriers.add(meter.measures().id());
            }
        }
        if (!subject.enterprise().declared().steamStates().isEmpty()) {
            carriers.add(HEAT);
        }
        if (dualControl) {
            carriers.add(Declaration.ELECTRICITY);
        }
        SortedMap<String, byte[]> files = ReferenceExtract.of(
                carriers,
                account.quota().stream().collect(Collectors.toSet()),
                account.parts().stream()
                        .flatMap(part -> part.term().conversion().stream())
                        .collect(Collectors.toSet()));
        files.put(
                ReferenceFiles.GRADES,
                ReferenceExtract.warningGrades(indicator.equals("energy-budget") ? Set.of("budget") : Set.of()));
        files.put(
                ReferenceFiles.DUAL_CONTROL,
                ReferenceExtract.dualControlRules(dualControl ? Set.of(indicator.split(":", -1)[1]) : Set.of()));
        return new UsedReference(files);
    }
}
