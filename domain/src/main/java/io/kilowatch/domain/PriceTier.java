package io.kilowatch.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One row of the electricity price policies that follow energy efficiency (差别电价、阶梯电价、惩罚性电价).
 *
 * @param policy its id, the same for all rows of one policy
 * @param name the policy's names
 * @param document the document's number
 * @param kind how the adder is found
 * @param quota the quota id whose indicator decides; absent where a list decides
 * @param category the list of the catalogue that decides
 * @param region the prefix of the regions it is for; empty for all
 * @param industry whom it is for: codes of GB/T 4754 or their beginnings, with a bar between several; empty for all
 * @param tier the tier's names
 * @param threshold the indicator's figure above which the adder is due
 * @param step for steps, how much above the threshold one step is; a part of a step counts as one
 * @param adder yuan per kWh, for steps per step; absent where the document's figure is not known
 * @param effectiveFrom the first day it is in force
 * @param until the first day it is no longer
 * @param verified whether it was read in a text
 * @param source where it was found, and what is recalled only
 */
public record PriceTier(
        String policy,
        Name name,
        String document,
        Kind kind,
        Optional<String> quota,
        Optional<Declared.Tariff.Category> category,
        String region,
        String industry,
        Name tier,
        Optional<BigDecimal> threshold,
        Optional<BigDecimal> step,
        Optional<BigDecimal> adder,
        LocalDate effectiveFrom,
        Optional<LocalDate> until,
        boolean verified,
        String source) {
    /** How an adder is found. */
    public enum Kind {
        /** By the list that the plant stands in. */
        LIST,
        /** One adder above a threshold. */
        THRESHOLD,
        /** An adder for each step above a threshold. */
        STEPS,
        /** Kept to be shown; it says nothing that can be computed. */
        NOTE
    }
}
