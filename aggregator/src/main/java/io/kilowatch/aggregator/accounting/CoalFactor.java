package io.kilowatch.aggregator.accounting;

import io.kilowatch.domain.CarrierFactor;
import io.kilowatch.domain.Declared;
import io.kilowatch.domain.Reason;
import java.math.BigDecimal;

/** What turns a meter's amounts into coal equivalent on a day. */
public sealed interface CoalFactor {
    /** A factor that is known, with where it comes from. */
    sealed interface Known extends CoalFactor {
        /** Kilograms of coal equivalent per base unit. */
        BigDecimal kgce();
    }

    /** The factor of a standard. */
    record Standard(CarrierFactor row) implements Known {
        @Override
        public BigDecimal kgce() {
            return row.kgcePerUnit().orElseThrow();
        }
    }

    /**
     * That of a measured net calorific value, which goes before the standard's.
     *
     * @param kgce rounded half even to ten places
     * @param measured the calorific value
     */
    record Measured(BigDecimal kgce, Declared.CalorificValue measured) implements Known {}

    /**
     * That of steam, by its enthalpy (IAPWS-IF97) and the factor of heat.
     *
     * @param kgce rounded half even to ten places
     * @param state the steam's state
     * @param enthalpy kJ/kg, rounded half even to three places
     * @param heat the factor of heat, per MJ
     */
    record Steam(BigDecimal kgce, Declared.SteamState state, BigDecimal enthalpy, CarrierFactor heat)
            implements Known {}

    /** None that is known. */
    record Missing(Reason reason) implements CoalFactor {}
}
