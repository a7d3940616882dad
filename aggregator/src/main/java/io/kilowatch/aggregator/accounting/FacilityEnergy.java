package io.kilowatch.aggregator.accounting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A facility's energy by what it is measured in.
 *
 * @param electricity kWh
 * @param heat MJ
 * @param coal fuels, in kilograms of coal equivalent
 * @param kilojoules what a kilogram of coal equivalent holds; 0 where there is no fuel
 */
public record FacilityEnergy(BigDecimal electricity, BigDecimal heat, BigDecimal coal, BigDecimal kilojoules) {
    /** The constant that says what a kilogram of coal equivalent holds, kJ. */
    public static final String KILOJOULES = "kgce.kilojoules";

    private static final BigDecimal MEGAJOULES_PER_KWH = new BigDecimal("3.6");
    private static final BigDecimal KILOJOULES_PER_KWH = new BigDecimal("3600");
    private static final int PLACES = 12;

    /** All of it in kWh; what is converted is rounded half even to twelve places. */
    public BigDecimal kilowattHours() {
        return electricity.add(heatKilowattHours()).add(coalKilowattHours());
    }

    private BigDecimal heatKilowattHours() {
        return heat.signum() == 0 ? BigDecimal.ZERO : heat.divide(MEGAJOULES_PER_KWH, PLACES, RoundingMode.HALF_EVEN);
    }

    private BigDecimal coalKilowattHours() {
        return coal.signum() == 0
                ? coal
                : coal.multiply(kilojoules)
                        .divide(KILOJOULES_PER_KWH, MathContext.DECIMAL128)
                        .setScale(PLACES, RoundingMode.HALF_EVEN);
    }
}
