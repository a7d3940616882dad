package io.kilowatch.aggregator.evidence;

import io.kilowatch.domain.BusinessCalendar;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * What figures are computed by, apart from documents and reference data.
 *
 * @param calendar what days, months and years are counted in
 * @param threshold the completeness, 0 to 1, below which nothing is judged
 * @param grace how late readings may come before they are due
 */
public record Rules(BusinessCalendar calendar, BigDecimal threshold, Duration grace) {}
