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
 * @param fuels what the laboratory finds in the fuels of an ordinary month
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
        List<Fuel> fuels,
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
     * A fuel as the laboratory finds it.
     *
     * @param kilojoules net calorific value of a unit
     * @param unit {@code kJ/kg} or {@code kJ/m3}
     */
    public record Fuel(String carrier, int kilojoules, String unit) {}

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
        fuels = List.copyOf(fuels);
    }

    /** Those of an enterprise with a budget in tce and an ordinary month's figures in 10,000 yuan. */
    public static Declarations of(Noise noise, int budget, int outputValue, int valueAdded) {
        return new Declarations(
                noise.stream("declared"),
                budget,
                0,
                outputValue,
                valueAdded,
                List.of(),
                List.of(),
                Optional.empty(),
                "permitted");
    }

    /** The same with a budget that grows by so many per cent of 2026's a year. */
    public Declarations growing(int percent) {
        return new Declarations(noise, budget, percent, outputValue, valueAdded, nonFossil, fuels, steam, category);
    }

    /** Tonnes of coal equivalent that a whole year may take. */
    public long budget(int year) {
        return (long) budget * (WHOLE + (long) growth * (year - FIRST)) / WHOLE;
    }

    /** The same with certificates of one kind more. */
    public Declarations withCertificates(String kind, int certificates) {
        List<NonFossil> more = new ArrayList<>(nonFossil);
        more.add(new NonFossil(kind, certificates));
        return new Declarations(noise, budget, growth, outputValue, valueAdded, more, fuels, steam, category);
    }

    /** The same with raw coal of a calorific value in kJ/kg. */
    public Declarations withCoal(int kilojoulesPerKilogram) {
        return withFuel("raw-coal", kilojoulesPerKilogram, "kJ/kg");
    }

    /** The same with a fuel of a calorific value. */
    public Declarations withFuel(String carrier, int kilojoules, String unit) {
        List<Fuel> more = new ArrayList<>(fuels);
        more.add(new Fuel(carrier, kilojoules, unit));
        return new Declarations(noise, budget, growth, outputValue, valueAdded, nonFossil, more, steam, category);
    }

    /** The same with steam bought through a meter. */
    public Declarations withSteam(String meter, String megapascals, String celsius) {
        Steam bought = new Steam(meter, megapascals, celsius);
        return new Declarations(
                noise, budget, growth, outputValue, valueAdded, nonFossil, fuels, Optional.of(bought), category);
    }

    /** The same in another list of the catalogue. */
    public Declarations listedAs(String other) {
        return new Declarations(noise, budget, growth, outputValue, valueAdded, nonFossil, fuels, steam, other);
    }
}
