package io.kilowatch.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is particular to a data centre.
 *
 * @param racks standard racks
 * @param category where IT energy is metered: 1 UPS output, 2 PDU output, 3 IT equipment input (ISO/IEC 30134-2)
 * @param commissioned the first day of operation
 * @param commitment the PUE that the project's own energy review committed it to
 */
public record DataCentre(int racks, int category, Optional<LocalDate> commissioned, Optional<Commitment> commitment) {
    /** One without a commitment. */
    public DataCentre(int racks, int category, Optional<LocalDate> commissioned) {
        this(racks, category, commissioned, Optional.empty());
    }

    /**
     * What an energy review (节能审查) committed a project to.
     *
     * @param pue the most that the annual PUE may be
     * @param document the review's opinion
     * @param from the day of it
     */
    public record Commitment(BigDecimal pue, String document, LocalDate from) {}
}
