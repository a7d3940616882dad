package io.kilowatch.simulators.province;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an enterprise of the province declares besides its meters.
 *
 * @param noise makes what is declared month by month a little uneven
 * @param budget tonnes of coal equivalent that 2026 may take
 * @param growth what each later year may take more, in per cent of that
 * @param outputValue of an ordinary month, in 10,000 yuan
 * @param valueAdded of an ordinary month, in 10,000 yuan
 * @param nonFossil electricity evidenced as renewable, year by year
 * @param coal what the laboratory finds in the coal of an ordinary month
 * @param steam the state of the steam that a meter counts
 * @param category which list it stands in for differential prices
 */
public record Declarations(
        Noise noise,
        int budget,
        int growth,
        int outputValue,
        int valueAdded,
        List<NonFossil> nonFossil,
        Optional<Coal> coal,
        Optional<Steam> steam,
        String category) {
    private static final int FIRST = 2026;
    private static final int WHOLE = 100;

    /**
     * Electricity evidenced by certificates, the same in every year.
     *
     * @param kind {@code certificate} or {@code bundled-certificate}
     * @param certificates of 1,000 kWh each
     */
    public record NonFossil(String kind, int certificates) {}

    /**
     * Coal as the laboratory finds it.
     *
     * @param kilojoulesPerKilogram net calorific value
     */
    public record Coal(String carrier, int kilojoulesPerKilogram) {}

    /**
     * Steam bought.
     *
     * @param megapascals absolute pressure
     * @param celsius temperature
     */
    public record Steam(String meter, String megapascals, String celsius) {}

    /** Copies the list. */
    public Declarations {
        nonFossil = List.copyOf(nonFossil);
    }

    /** Those of an enterprise with a budget in tce and an ordinary month's figures in 10,000 yuan. */
    static Declarations of(Noise noise, int budget, int outputValue, int valueAdded) {
        return new Declarations(
                noise.stream("declared"),
                budget,
                0,
                outputValue,
                valueAdded,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "permitted");
    }

    /** The same with a budget that grows by so many per cent of 2026's a year. */
    Declarations growing(int percent) {
        return new Declarations(noise, budget, percent, outputValue, valueAdded, nonFossil, coal, steam, category);
    }

    /** Tonnes of coal equivalent that a whole year may take. */
    long budget(int year) {
        return (long) budget * (WHOLE + (long) growth * (year - FIRST)) / WHOLE;
    }

    /** The same with certificates of one kind more. */
    Declarations withCertificates(String kind, int certificates) {
        List<NonFossil> more = new ArrayList<>(nonFossil);
        more.add(new NonFossil(kind, certificates));
        return new Declarations(noise, budget, growth, outputValue, valueAdded, more, coal, steam, category);
    }

    /** The same with raw coal of a calorific value in kJ/kg. */
    Declarations withCoal(int kilojoulesPerKilogram) {
        Coal found = new Coal("raw-coal", kilojoulesPerKilogram);
        return new Declarations(
                noise, budget, growth, outputValue, valueAdded, nonFossil, Optional.of(found), steam, category);
    }

    /** The same with steam bought through a meter. */
    Declarations withSteam(String meter, String megapascals, String celsius) {
        Steam bought = new Steam(meter, megapascals, celsius);
        return new Declarations(
                noise, budget, growth, outputValue, valueAdded, nonFossil, coal, Optional.of(bought), category);
    }

    /** The same in another list of the catalogue. */
    Declarations listedAs(String other) {
        return new Declarations(noise, budget, growth, outputValue, valueAdded, nonFossil, coal, steam, other);
    }
}
