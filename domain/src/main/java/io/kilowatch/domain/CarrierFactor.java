package io.kilowatch.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The conversion of a carrier to coal equivalent (折标准煤系数), with its source.
 *
 * @param carrier the carrier's id
 * @param basis by what it holds or by what it took to make it
 * @param scope the standard whose indicators alone it is for; absent for all others
 * @param kgcePerUnit kilograms of coal equivalent per base unit; absent where the standard gives a range only
 * @param least the lower end of the standard's range
 * @param most the upper end of the standard's range
 * @param standard the standard or document
 * @param effectiveFrom the first day it is in force
 * @param verified whether the figure was read in the source
 * @param source where it was found
 */
public record CarrierFactor(
        String carrier,
        Basis basis,
        Optional<String> scope,
        Optional<BigDecimal> kgcePerUnit,
        Optional<BigDecimal> least,
        Optional<BigDecimal> most,
        String standard,
        LocalDate effectiveFrom,
        boolean verified,
        String source) {}
