package io.kilowatch.registry.feed;

import io.kilowatch.domain.Enterprise;
import java.util.Locale;
import java.util.Optional;

/**
 * Which enterprises are asked for.
 *
 * @param region a prefix of the region, GB/T 2260
 * @param industry a prefix of the industry, GB/T 4754
 * @param text what a name or the code contains
 */
public record EnterpriseFilter(Optional<String> region, Optional<String> industry, Optional<String> text) {
    /** Every enterprise. */
    public static final EnterpriseFilter ALL =
            new EnterpriseFilter(Optional.empty(), Optional.empty(), Optional.empty());

    /** Those of a region. */
    public static EnterpriseFilter region(String prefix) {
        return new EnterpriseFilter(Optional.of(prefix), Optional.empty(), Optional.empty());
    }

    /** Whether it lets every enterprise pass. */
    public boolean isAll() {
        return equals(ALL);
    }

    /** Whether it lets an enterprise pass. */
    public boolean holds(Enterprise enterprise) {
        return region.map(enterprise.region()::startsWith).orElse(true)
                && industry.map(enterprise.industry()::startsWith).orElse(true)
                && text.map(wanted -> speaksOf(enterprise, wanted.toLowerCase(Locale.ROOT)))
                        .orElse(true);
    }

    private static boolean speaksOf(Enterprise enterprise, String small) {
        return enterprise.name().zh().toLowerCase(Locale.ROOT).contains(small)
                || enterprise.name().en().toLowerCase(Locale.ROOT).contains(small)
                || enterprise.code().text().toLowerCase(Locale.ROOT).contains(small);
    }
}
