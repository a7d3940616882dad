package io.kilowatch.domain;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What an input of corrections and conversions is.
 *
 * @param id the word in expressions and documents, small letters, digits and {@code _}
 * @param name its names
 * @param unit the unit it is given in, such as {@code %}; empty for a pure number
 * @param least the least it may be
 * @param most the most it may be
 * @param choices for an input that is one of several classes, what each number stands for; empty otherwise
 * @param origin where it comes from
 */
public record InputDefinition(
        String id,
        Name name,
        String unit,
        Optional<BigDecimal> least,
        Optional<BigDecimal> most,
        Map<String, Name> choices,
        Origin origin) {
    /** Copies its choices. */
    public InputDefinition {
        choices = Map.copyOf(choices);
    }

    /** Where an input comes from. */
    public enum Origin {
        /** The account declares it, dated. */
        ACCOUNT,
        /** The site says it: altitude, pressure. */
        SITE,
        /** The data centre's section says it: racks. */
        DATA_CENTRE
    }
}
