package io.kilowatch.simulators.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A register of four digits, times 100, on which at most 4,000 kWh flow in an hour: 10 units in a quarter. */
class RegisterRulesTest {
    private static final String METER =
            "{id: EL, carrier: electricity, kind: register, unit: kWh, digits: 4, maximumPower: \"4000\","
                    + " interval: PT15M, from: \"2026-06-01\", multiplier: [{from: \"2020-01-01\", value: \"100\"}]%s}";
    private static final LocalDate DAY = LocalDate.parse("2026-06-01");
    private static final long START = Days.start(DAY);
    private static final long QUARTER = 900_000;

    @Test
    void stepsAddUpAndAreMeasured() {
        Days days = follow("", "100", "105", "112.5");

        assertThat(kilowattHours(days)).isEqualTo("1250");
        assertThat(quarters(days)).isEqualTo(2);
        assertThat(days.coveredUntil()).isEqualTo(START + 2 * QUARTER);
    }

    @Test
    void aMisreadAndAZeroAreBridged() {
        assertThat(kilowattHours(follow("", "100", "10", "110", "115"))).isEqualTo("1500");
        Days zero = follow("", "100", "0", "0", "115", "120");
        assertThat(kilowattHours(zero)).isEqualTo("2000");
        assertThat(quarters(zero)).isEqualTo(1);
    }

    @Test
    void aRolloverWithinWhatCanFlowIsGood() {
        assertThat(kilowattHours(follow("", "9996", "3"))).isEqualTo("700");
    }

    @Test
    void aRegisterThatIsSetBackIsBelievedAfterThreeReadingsAndNothingIsInvented() {
        Days days = follow("", "5000", "5005", "4005", "4010", "4015");

        assertThat(kilowattHours(days)).isEqualTo("1500");
        assertThat(quarters(days)).isEqualTo(3);
    }

    @Test
    void aResetThatCanHaveCountedFromZeroCountsThatMuch() {
        Days days = follow("", "5000", "5005", "4", "9", "14");

        assertThat(kilowattHours(days)).isEqualTo("1900");
        assertThat(quarters(days)).isEqualTo(3);
    }

    @Test
    void aRegisterThatStandsStillAfterAContradictionIsNotBelievedUntilItMoves() {
        Days days = follow("", "5000", "4000", "4000", "4000");

        assertThat(kilowattHours(days)).isEqualTo("0");
        assertThat(days.coveredUntil()).isEqualTo(START);
    }

    @Test
    void aRegisteredExchangeClosesTheOldRegisterAndOpensTheNewOne() {
        String exchange = ", replacements: [{at: \"2026-06-01T00:15:00+08:00\", final: \"105\", initial: \"20\"}]";

        Days days = follow(exchange, "100", "20", "27");

        assertThat(kilowattHours(days)).isEqualTo("1200");
        assertThat(quarters(days)).isEqualTo(2);
    }

    @Test
    void anotherMultiplierHoldsFromItsMomentOn() throws IOException {
        String text = METER.formatted("")
                .replace("value: \"100\"}", "value: \"100\"}, {from: \"2026-06-01T00:15:00+08:00\", value: \"50\"}");

        Days days = follow(book(text), "100", "105", "112");

        assertThat(kilowattHours(days)).isEqualTo("850");
    }

    @Test
    void aStepOverMidnightIsSharedOutRoundedDownUpToIt() {
        MeterBook book = book(METER.formatted(""));
        book.note(START - 2 * QUARTER, 100_000_000);
        book.note(START + QUARTER, 100_000_001);

        Days days = book.days();

        // 100 millionths of a kWh over three quarters, two of them before midnight: 66 and 34
        assertThat(days.amount(DAY.minusDays(1), DAY)).isEqualTo(66);
        assertThat(days.amount(DAY, DAY.plusDays(1))).isEqualTo(34);
        assertThat(days.measured(DAY, DAY.plusDays(1))).isZero();
    }

    @Property(tries = 200)
    void ofSeveralClaimsTheLastCountsAndTheOrderOfInstantsDoesNot(@ForAll @IntRange(max = 100_000) int seed) {
        Random random = new Random(seed);
        List<long[]> readings = new ArrayList<>();
        long value = 1_000_000_000;
        for (int slot = 0; slot < 40; slot++) {
            value += random.nextInt(10_000_000);
            readings.add(new long[] {START + slot * QUARTER, random.nextInt(9) == 0 ? value / 10 : value});
        }
        MeterBook straight = book(METER.formatted(""));
        readings.forEach(one -> straight.note(one[0], one[1]));
        MeterBook mixed = book(METER.formatted(""));
        readings.forEach(one -> mixed.note(one[0], 77));
        Collections.shuffle(readings, random);
        readings.forEach(one -> mixed.note(one[0], one[1]));

        assertThat(mixed.days().amount(DAY, DAY.plusDays(1)))
                .isEqualTo(straight.days().amount(DAY, DAY.plusDays(1)));
    }

    private static Days follow(String more, String... values) {
        return follow(book(METER.formatted(more)), values);
    }

    private static Days follow(MeterBook book, String... values) {
        for (int slot = 0; slot < values.length; slot++) {
            book.note(START + slot * QUARTER, MeterFacts.millionths(values[slot]));
        }
        return book.days();
    }

    private static MeterBook book(String yaml) {
        try {
            JsonNode meter = new YAMLMapper().readTree(yaml);
            return new MeterBook(MeterFacts.of(meter));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String kilowattHours(Days days) {
        return java.math.BigDecimal.valueOf(days.amount(DAY, DAY.plusDays(1)), 6)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static long quarters(Days days) {
        return days.measured(DAY, DAY.plusDays(1)) / QUARTER;
    }

    @Test
    void aDayBeginsAtMidnightInNingxia() {
        assertThat(Instant.ofEpochMilli(START)).isEqualTo(Instant.parse("2026-05-31T16:00:00Z"));
    }
}
