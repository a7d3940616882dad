package io.kilowatch.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is summed, with which sign, for which indicator. */
public sealed interface Account {
    /** Its id within the enterprise. */
    String id();

    /** Every meter it sums. */
    Stream<Term> terms();

    /**
     * One meter of a sum.
     *
     * @param meter the meter's id
     * @param deducted whether it is taken off, as energy exported is
     * @param feedstock whether the energy is used as raw material (原料用能)
     * @param conversion for output, the id of the conversion to the standard's own tonne
     */
    record Term(String meter, boolean deducted, boolean feedstock, Optional<String> conversion) {
        /** A meter whose energy is no feedstock, or whose output is not converted. */
        public Term(String meter, boolean deducted) {
            this(meter, deducted, false, Optional.empty());
        }
    }

    /**
     * Comprehensive energy consumption of the whole enterprise (综合能耗, GB/T 2589), and each carrier's share of it.
     *
     * @param id its id
     * @param energy energy meters
     */
    record Comprehensive(String id, List<Term> energy) implements Account {
        /** Copies its lists. */
        public Comprehensive {
            energy = List.copyOf(energy);
        }

        @Override
        public Stream<Term> terms() {
            return energy.stream();
        }
    }

    /**
     * Energy per unit of product (单位产品能耗).
     *
     * @param id its id
     * @param name its names
     * @param quota the quota it is judged by
     * @param energy energy meters
     * @param output product meters
     * @param inputs dated inputs of the quota's corrections and of the output's conversions
     * @param site the site whose altitude and pressure count; absent for the enterprise's only one
     * @param capacity what the plant can make in a year, in the unit below the line
     */
    record UnitProduct(
            String id,
            Name name,
            Optional<String> quota,
            List<Term> energy,
            List<Term> output,
            List<Input> inputs,
            Optional<String> site,
            Optional<BigDecimal> capacity)
            implements Account {
        /** Copies its lists. */
        public UnitProduct {
            energy = List.copyOf(energy);
            output = List.copyOf(output);
            inputs = List.copyOf(inputs);
        }

        /** One without inputs. */
        public UnitProduct(String id, Name name, Optional<String> quota, List<Term> energy, List<Term> output) {
            this(id, name, quota, energy, output, List.of(), Optional.empty(), Optional.empty());
        }

        @Override
        public Stream<Term> terms() {
            return Stream.concat(energy.stream(), output.stream());
        }
    }

    /**
     * Power usage effectiveness of a data centre: facility energy over IT energy (ISO/IEC 30134-2).
     *
     * @param id its id
     * @param name its names; absent for the whole centre's
     * @param quota the threshold it is judged by
     * @param thresholds further thresholds, each with a verdict of its own
     * @param facility energy meters of the whole centre, of any carrier
     * @param it electricity meters of the IT equipment
     * @param partial whether it is of a part of the centre only (pPUE), which no threshold judges
     */
    record PowerUsage(
            String id,
            Optional<Name> name,
            Optional<String> quota,
            List<String> thresholds,
            List<Term> facility,
            List<Term> it,
            boolean partial)
            implements Account {
        /** Copies its lists. */
        public PowerUsage {
            thresholds = List.copyOf(thresholds);
            facility = List.copyOf(facility);
            it = List.copyOf(it);
        }

        /** One of a whole centre, with one threshold at the most. */
        public PowerUsage(String id, Optional<String> quota, List<Term> facility, List<Term> it) {
            this(id, Optional.empty(), quota, List.of(), facility, it, false);
        }

        @Override
        public Stream<Term> terms() {
            return Stream.concat(facility.stream(), it.stream());
        }
    }
}
