package io.kilowatch.aggregator.accounting;

import io.kilowatch.domain.QuotaEntry;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A stretch of a period with its sums, in which every rule stays the same.
 *
 * @param stretch which days
 * @param entry the edition in force in it
 * @param numerator its sum above the line; absent where part of it cannot be known
 * @param denominator its sum below the line
 */
record PartSum(Stretch stretch, Optional<QuotaEntry> entry, Optional<BigDecimal> numerator, BigDecimal denominator) {}
