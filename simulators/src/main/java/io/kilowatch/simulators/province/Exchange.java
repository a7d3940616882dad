package io.kilowatch.simulators.province;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A meter put in another one's place, as the registry document tells it.
 *
 * @param last what the old one showed last, without the multiplier
 * @param first what the new one showed first
 */
public record Exchange(String meter, Instant at, BigDecimal last, BigDecimal first) {}
