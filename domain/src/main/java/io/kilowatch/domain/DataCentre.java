package io.kilowatch.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is particular to a data centre.
 *
 * @param racks standard racks
 * @param category where IT energy is metered: 1 UPS output, 2 PDU output, 3 IT equipment input (ISO/IEC 30134-2)
 * @param commissioned the first day of operation
 */
public record DataCentre(int racks, int category, Optional<LocalDate> commissioned) {}
