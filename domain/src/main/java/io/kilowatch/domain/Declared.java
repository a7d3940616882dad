package io.kilowatch.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What an enterprise declares besides its meters: qualities of its fuels, economic figures, budgets, renewable electricity.
 *
 * @param calorificValues measured net calorific values
 * @param steamStates pressures and temperatures of steam
 * @param economics output value and value added by month
 * @param budgets annual energy budgets
 * @param renewables renewable and other non-fossil electricity by year
 * @param tariffs which list its plant stands in for differential prices, dated
 */
public record Declared(
        List<CalorificValue> calorificValues,
        List<SteamState> steamStates,
        List<Economics> economics,
        List<Budget> budgets,
        List<Renewable> renewables,
        List<Tariff> tariffs) {
    /** Nothing. */
    public static final Declared NONE = new Declared(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** Copies its lists. */
    public Declared {
        calorificValues = List.copyOf(calorificValues);
        steamStates = List.copyOf(steamStates);
        economics = List.copyOf(economics);
        budgets = List.copyOf(budgets);
        renewables = List.copyOf(renewables);
        tariffs = List.copyOf(tariffs);
    }

    /**
     * A net calorific value (低位发热量) as measured.
     *
     * @param carrier the fuel
     * @param meters the meters it is of; empty for all of the carrier
     * @param from the first day it holds; it holds until the next one
     * @param kilojoules kJ per base unit of the carrier (kg or m³)
     */
    public record CalorificValue(String carrier, List<String> meters, LocalDate from, BigDecimal kilojoules) {
        /** Copies its meters. */
        public CalorificValue {
            meters = List.copyOf(meters);
        }
    }

    /**
     * The state of the steam that a meter counts.
     *
     * @param meter which
     * @param from the first day it holds
     * @param megapascals absolute pressure
     * @param celsius temperature
     */
    public record SteamState(String meter, LocalDate from, BigDecimal megapascals, BigDecimal celsius) {}

    /**
     * The economic figures of a month.
     *
     * @param month which
     * @param outputValue gross industrial output value (工业总产值), in 10,000 yuan
     * @param valueAdded industrial value added (工业增加值), in 10,000 yuan
     */
    public record Economics(YearMonth month, Optional<BigDecimal> outputValue, Optional<BigDecimal> valueAdded) {}

    /**
     * An annual energy budget (用能预算).
     *
     * @param year which
     * @param tce tonnes of coal equivalent, on the basis given
     * @param basis calorific or primary equivalent
     * @param document what set it
     * @param months the share of the year that is planned for each month, twelve that add up to 1; empty for even days
     */
    public record Budget(int year, BigDecimal tce, Basis basis, String document, List<BigDecimal> months) {
        /** Copies its months. */
        public Budget {
            months = List.copyOf(months);
        }
    }

    /**
     * Renewable or other non-fossil electricity of a year.
     *
     * @param year which
     * @param kind how it is evidenced
     * @param kilowattHours how much
     */
    public record Renewable(int year, Kind kind, BigDecimal kilowattHours) {
        /** How non-fossil electricity is evidenced. */
        public enum Kind {
            /** A green certificate held for the year (绿证); one is 1,000 kWh. */
            CERTIFICATE,
            /** Certificates bundled with traded green power; never deducted a second time. */
            BUNDLED_CERTIFICATE,
            /** Generated and used by the enterprise itself, from renewable sources. */
            OWN_GENERATION,
            /** Nuclear electricity. */
            NUCLEAR
        }
    }

    /**
     * The list of the industrial structure catalogue that a plant stands in, for differential prices.
     *
     * @param category which
     * @param from the first day it stands there
     */
    public record Tariff(Category category, LocalDate from) {
        /** The lists. */
        public enum Category {
            /** Encouraged or permitted (鼓励、允许类). */
            PERMITTED,
            /** Restricted (限制类). */
            RESTRICTED,
            /** To be eliminated (淘汰类). */
            ELIMINATED,
            /** Has not cut the capacity it should have (未按期完成化解过剩产能). */
            CAPACITY_NOT_CUT
        }
    }
}
