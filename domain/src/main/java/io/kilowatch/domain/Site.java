package io.kilowatch.domain;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A place where an enterprise uses energy.
 *
 * @param id its id within the enterprise
 * @param name its names
 * @param latitude degrees north, WGS 84
 * @param longitude degrees east, WGS 84
 * @param altitude metres above sea level
 */
public record Site(
        String id,
        Name name,
        Optional<BigDecimal> latitude,
        Optional<BigDecimal> longitude,
        Optional<BigDecimal> altitude) {}
