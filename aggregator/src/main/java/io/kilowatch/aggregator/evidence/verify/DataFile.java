package io.kilowatch.aggregator.evidence.verify;

import io.kilowatch.aggregator.evidence.file.Entries;
import io.kilowatch.registry.reference.ReferenceFiles;
import java.util.Map;
import java.util.Set;

/** The file in a ZIP of evidence that a place in its JSON was taken from. */
final class DataFile {
    private static final Set<String> DECLARED =
            Set.of("kilojoules", "megapascals", "celsius", "meters", "value", "from");
    private static final Map<String, String> OF_SECTION = Map.of(
            "factors", ReferenceFiles.FACTORS,
            "quota", ReferenceFiles.QUOTAS,
            "parts", ReferenceFiles.QUOTAS,
            "comparisons", ReferenceFiles.QUOTAS,
            "corrections", ReferenceFiles.RULES);

    private DataFile() {}

    /** In brackets after a blank; empty for what is computed of several. */
    static String of(String path) {
        String section = path.split("[.\\[]", 2)[0];
        String field = path.substring(path.lastIndexOf('.') + 1);
        String file = "";
        if (field.equals("kilojoulesPerKgce")) {
            file = ReferenceFiles.CONSTANTS;
        } else if (path.contains(".conversion.inputs")) {
            file = Entries.ENTERPRISE;
        } else if (path.contains(".conversion.")) {
            file = ReferenceFiles.CONVERSIONS;
        } else if (section.equals("declaration")) {
            file = path.contains(".rule.")
                    ? ReferenceFiles.DUAL_CONTROL
                    : path.contains(".grade.") ? ReferenceFiles.GRADES : "";
        } else if (DECLARED.contains(field) && (section.equals("corrections") || section.equals("factors"))) {
            file = Entries.ENTERPRISE;
        } else if (!path.contains(".levels[")) {
            file = OF_SECTION.getOrDefault(section, "");
        }
        return file.isEmpty() ? "" : " (" + file + ')';
    }
}
