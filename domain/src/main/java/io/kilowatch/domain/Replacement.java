package io.kilowatch.domain;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * The exchange of a register's meter, or the setting of its register: what the old one showed last, the new one first.
 *
 * @param at when, in the business calendar; readings from this instant on are the new register's
 * @param finalRegister the old register's last number, in the meter's unit
 * @param initialRegister the new register's first number, in the meter's unit
 */
public record Replacement(LocalDateTime at, BigDecimal finalRegister, BigDecimal initialRegister) {}
