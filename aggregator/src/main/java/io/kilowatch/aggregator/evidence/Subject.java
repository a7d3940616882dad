package io.kilowatch.aggregator.evidence;

import io.kilowatch.domain.Enterprise;

/**
 * What a figure is computed of.
 *
 * @param enterprise whose
 * @param account from which account
 * @param sums from which sums
 * @param rules by which rules
 */
public record Subject(Enterprise enterprise, IndicatorAccount account, DaySums sums, Rules rules) {}
