package io.kilowatch.domain;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The conversion of a carrier to coal equivalent (折标准煤系数), with its source.
 *
 * @param carrier the carrier's id
 * @param kgcePerUnit kilograms of coal equivalent per base unit
 * @param standard the standard or document
 * @param effectiveFrom the first day it is in force
 * @param verified whether the figure was read in the source
 * @param source where it was found
 */
public record CarrierFactor(
        String carrier,
        BigDecimal kgcePerUnit,
        String standard,
        LocalDate effectiveFrom,
        boolean verified,
        String source) {}
