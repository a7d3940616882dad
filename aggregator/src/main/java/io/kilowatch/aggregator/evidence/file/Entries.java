package io.kilowatch.aggregator.evidence.file;

import io.kilowatch.registry.reference.ReferenceFiles;
import java.util.List;
import java.util.stream.Stream;

/** The names of the files in a ZIP of evidence, and their columns. */
public final class Entries {
    /** All that JSON tells of the figure. */
    public static final String EVIDENCE = "evidence.json";

    /** The registry document, without secrets. */
    public static final String ENTERPRISE = "enterprise.json";

    /** What each meter's slots were computed with. */
    public static final String METERS = "meters.json";

    /** Files of reference data, by the names that they have in the project. */
    public static final List<String> REFERENCE = List.of(
            ReferenceFiles.CARRIERS,
            ReferenceFiles.FACTORS,
            ReferenceFiles.QUOTAS,
            ReferenceFiles.RULES,
            ReferenceFiles.INPUTS,
            ReferenceFiles.CONVERSIONS,
            ReferenceFiles.CONSTANTS,
            ReferenceFiles.GRADES,
            ReferenceFiles.DUAL_CONTROL);

    /** Every reading that the sums are computed from. */
    public static final String READINGS = "readings.csv";

    /** Claims of the same time that others took the place of. */
    public static final String SUPERSEDED = "superseded.csv";

    /** The sums of days. */
    public static final String DAYS = "days.csv";

    /** How the figure was restated. */
    public static final String RESTATEMENTS = "restatements.csv";

    /** The SHA-256 of each of the others. */
    public static final String MANIFEST = "manifest.sha256";

    /** All of them but the manifest, in order. */
    public static final List<String> LISTED = Stream.concat(
                    Stream.of(EVIDENCE, ENTERPRISE, METERS, READINGS, SUPERSEDED, DAYS, RESTATEMENTS),
                    REFERENCE.stream())
            .sorted()
            .toList();

    /** The columns of readings and superseded claims. */
    static final List<String> READING_COLUMNS =
            List.of("meter", "at", "kind", "value", "source", "mark", "received_at", "sender", "position");

    /** The columns of daily sums: base units, and milliseconds. */
    static final List<String> DAY_COLUMNS = List.of("meter", "day", "amount", "unit", "measured_ms", "interpolated_ms");

    /** The columns of restatements. */
    static final List<String> RESTATEMENT_COLUMNS = List.of(
            "restated_at", "cause", "registry_offset", "unit", "old_value", "new_value", "old_outcome", "new_outcome");

    private Entries() {}
}
