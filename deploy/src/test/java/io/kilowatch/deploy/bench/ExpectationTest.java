package io.kilowatch.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ExpectationTest {
    private static final BenchPlants PLANTS = new BenchPlants(1, 2, 3);

    @Test
    void isTheDifferenceOfTheFirstAndTheLastReadingWhereverTheyCome() {
        Expectation expectation = new Expectation(PLANTS);

        expectation.add(new OrderedFeed(PLANTS, 8, 4, 2));
        expectation.add(new OrderedFeed(PLANTS, 1, 1, 3));

        assertThat(expectation.readings(4)).isEqualTo(5);
        assertThat(expectation.amount(4)).isEqualTo(Registers.value(4, 12) - Registers.value(4, 1));
    }

    @Test
    void isInKilogramsForTheOutputOfAPlant() {
        Expectation expectation = new Expectation(PLANTS);

        expectation.add(new OrderedFeed(PLANTS, 0, 1, 2));

        assertThat(expectation.amount(5)).isEqualTo(1_000 * (Registers.value(5, 1) - Registers.value(5, 0)));
    }

    @Test
    void isNothingForARegisterWithoutReadings() {
        assertThat(new Expectation(PLANTS).amount(0)).isZero();
    }
}
