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
 * @param pressure mean atmospheric pressure, in pascals
 */
public record Site(
        String id,
        Name name,
        Optional<BigDecimal> latitude,
        Optional<BigDecimal> longitude,
        Optional<BigDecimal> altitude,
        Optional<BigDecimal> pressure) {
    /** One whose pressure is not known. */
    public Site(
            String id,
            Name name,
            Optional<BigDecimal> latitude,
            Optional<BigDecimal> longitude,
            Optional<BigDecimal> altitude) {
        this(id, name, latitude, longitude, altitude, Optional.empty());
    }
}
