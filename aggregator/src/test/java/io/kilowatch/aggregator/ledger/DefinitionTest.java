package io.kilowatch.aggregator.ledger;

import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.ledger.Definition.Exchange;
import io.kilowatch.aggregator.ledger.Definition.Factor;
import io.kilowatch.aggregator.testing.MeterBuilder;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReportingInterval;
import io.kilowatch.domain.Unit;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DefinitionTest {
    @Test
    void itHoldsWhatSlotsAreComputedWithInBaseUnitsAndInstants() {
        Definition definition = definition(aMeter().in(Unit.MWH)
                .multipliedBy("0.5", "2026-08-01")
                .withDigits(6)
                .atMost("400.5")
                .replaced("2026-08-02T09:30", "12.5", "0.000001"));

        assertThat(definition)
                .isEqualTo(new Definition(
                        ReadingKind.REGISTER,
                        ReportingInterval.PT15M,
                        List.of(
                                new Factor(Long.MIN_VALUE, new BigDecimal("1000")),
                                new Factor(at("2026-08-01T00:00"), new BigDecimal("500"))),
                        Optional.of(6),
                        Optional.of(400_500_000L),
                        List.of(new Exchange(at("2026-08-02T09:30"), 12_500_000, 1))));
    }

    @Test
    void whateverChangesSlotsMakesAnotherDefinition() {
        assertThat(List.of(
                        aMeter(),
                        aMeter().in(Unit.MWH),
                        aMeter().ofKind(ReadingKind.AMOUNT),
                        aMeter().ofKind(ReadingKind.POWER),
                        aMeter().withDigits(6),
                        aMeter().withDigits(7),
                        aMeter().readEvery(ReportingInterval.PT1H),
                        aMeter().atMost("400"),
                        aMeter().atMost("400.000001"),
                        aMeter().multipliedBy("40", "2026-01-01"),
                        aMeter().multipliedBy("40", "2026-01-02"),
                        aMeter().multipliedBy("41", "2026-01-01"),
                        aMeter().replaced("2026-08-01T09:00", "1", "0"),
                        aMeter().replaced("2026-08-01T09:01", "1", "0"),
                        aMeter().replaced("2026-08-01T09:00", "2", "0"),
                        aMeter().replaced("2026-08-01T09:00", "1", "0.5")))
                .extracting(DefinitionTest::definition)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatDoesNotChangeSlotsIsNoPartOfIt() {
        assertThat(definition(aMeter().called("other")
                        .from("2026-01-01")
                        .to("2026-12-31")
                        .ofCarrier("steam", Unit.KWH)))
                .isEqualTo(definition(aMeter()));
    }

    @Test
    void numbersWrittenOtherwiseMakeTheSameDefinition() {
        assertThat(definition(aMeter().multipliedBy("40.0", "2026-01-01").atMost("4E+2")))
                .isEqualTo(definition(aMeter().multipliedBy("4e1", "2026-01-01").atMost("400.00")));
    }

    @Test
    void theOrderInWhichDatesAreWrittenDoesNotMatter() {
        assertThat(definition(aMeter().multipliedBy("40", "2026-01-01")
                        .multipliedBy("60", "2026-02-01")
                        .replaced("2026-01-01T00:00", "1", "0")
                        .replaced("2026-02-01T00:00", "2", "0")))
                .isEqualTo(definition(aMeter().multipliedBy("60", "2026-02-01")
                        .multipliedBy("40", "2026-01-01")
                        .replaced("2026-02-01T00:00", "2", "0")
                        .replaced("2026-01-01T00:00", "1", "0")));
    }

    @Test
    void datesAreOfTheBusinessCalendar() {
        BusinessCalendar london = new BusinessCalendar(ZoneId.of("Europe/London"));
        MeterBuilder meter = aMeter().multipliedBy("40", "2026-01-01");

        assertThat(Definition.of(meter.build(), london).factors().get(1).from())
                .isEqualTo(definition(meter).factors().get(1).from() + 8 * 3_600_000L);
    }

    @Test
    void itKeepsCopiesOfItsLists() {
        List<Factor> factors = new ArrayList<>(List.of(new Factor(Long.MIN_VALUE, BigDecimal.ONE)));
        Definition definition = new Definition(
                ReadingKind.POWER, ReportingInterval.PT15M, factors, Optional.empty(), Optional.empty(), List.of());

        factors.clear();

        assertThat(definition.factors()).hasSize(1);
    }

    private static Definition definition(MeterBuilder meter) {
        return Definition.of(meter.build(), BusinessCalendar.CHINA);
    }
}
