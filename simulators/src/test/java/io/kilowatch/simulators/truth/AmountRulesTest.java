package io.kilowatch.simulators.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AmountRulesTest {
    private static final LocalDate DAY = LocalDate.parse("2026-06-01");
    private static final long START = Days.start(DAY);
    private static final long HOUR = 3_600_000;

    private final MeterBook book = new MeterBook(facts());

    @Test
    void anAmountFillsItsHour() {
        book.note(START, 5_000_000);
        book.note(START + HOUR, 7_000_000);

        Days days = book.days();

        assertThat(days.amount(DAY, DAY.plusDays(1))).isEqualTo(12_000_000_000L);
        assertThat(days.measured(DAY, DAY.plusDays(1))).isEqualTo(2 * HOUR);
        assertThat(days.coveredUntil()).isEqualTo(START + 2 * HOUR);
    }

    @Test
    void oneThatBeginsBeforeTheMiddleOfTheOneBeforeItIsNotCounted() {
        book.note(START, 5_000_000);
        book.note(START + HOUR / 4, 7_000_000);

        assertThat(book.days().amount(DAY, DAY.plusDays(1))).isEqualTo(5_000_000_000L);
    }

    @Test
    void oneThatBeginsLaterCutsTheOneBeforeItShortAndItsAmountStays() {
        book.note(START, 5_000_000);
        book.note(START + HOUR * 3 / 4, 7_000_000);

        Days days = book.days();

        assertThat(days.amount(DAY, DAY.plusDays(1))).isEqualTo(12_000_000_000L);
        assertThat(days.measured(DAY, DAY.plusDays(1))).isEqualTo(HOUR * 7 / 4);
    }

    @Test
    void anAmountThatIsToldAnewTakesThePlaceOfTheFirst() {
        book.note(START, 5_000_000);
        book.note(START + HOUR, 7_000_000);
        book.note(START, 4_000_000);

        assertThat(book.days().amount(DAY, DAY.plusDays(1))).isEqualTo(11_000_000_000L);
    }

    private static MeterFacts facts() {
        try {
            return MeterFacts.of(
                    new YAMLMapper()
                            .readTree(
                                    "{id: COAL, carrier: raw-coal, kind: amount, unit: t, interval: PT1H, from: \"2026-06-01\"}"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
