package io.kilowatch.domain;

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
     */
    record Term(String meter, boolean deducted) {}

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
     */
    record UnitProduct(String id, Name name, Optional<String> quota, List<Term> energy, List<Term> output)
            implements Account {
        /** Copies its lists. */
        public UnitProduct {
            energy = List.copyOf(energy);
            output = List.copyOf(output);
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
     * @param quota the threshold it is judged by
     * @param facility electricity meters of the whole centre
     * @param it electricity meters of the IT equipment
     */
    record PowerUsage(String id, Optional<String> quota, List<Term> facility, List<Term> it) implements Account {
        /** Copies its lists. */
        public PowerUsage {
            facility = List.copyOf(facility);
            it = List.copyOf(it);
        }

        @Override
        public Stream<Term> terms() {
            return Stream.concat(facility.stream(), it.stream());
        }
    }
}
