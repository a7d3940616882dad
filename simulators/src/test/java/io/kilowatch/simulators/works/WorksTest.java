package io.kilowatch.simulators.works;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.simulators.course.Actor;
import io.kilowatch.simulators.course.DeviceCourse;
import io.kilowatch.simulators.course.Play;
import io.kilowatch.simulators.province.Noise;
import io.kilowatch.simulators.province.Slot;
import io.kilowatch.simulators.province.Weather;
import io.kilowatch.simulators.scenario.ScenarioReader;
import io.kilowatch.simulators.truth.EnterpriseBooks;
import io.kilowatch.simulators.truth.TrueFigure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorksTest {
    private static final LocalDate START = LocalDate.parse("2026-07-01");

    @ParameterizedTest
    @CsvSource({
        "aluminium-smelter, al-liquid-ac, 13150, 13340",
        "ferrosilicon-works, smelting-electricity, 8150, 8390",
        "silicomanganese-works, smelting-electricity, 4030, 4240",
        "carbide-works, furnace-electricity, 3050, 3190",
        "cement-works, clinker-energy, 95, 116",
        "coke-works, coke-energy, 80, 139",
        "converter-works, converter-energy, -30, -13",
        "ammonia-works, energy, 1340, 1600",
        "methanol-works, energy, 1400, 1700",
        "refinery, energy-factor, 6.9, 8.4",
        "polysilicon-works, energy, 6, 8.5",
        "data-centre, pue, 1.12, 1.35"
    })
    void aMonthOfEachKindTakesAboutWhatSuchWorksTake(String works, String account, BigDecimal least, BigDecimal most) {
        List<BigDecimal> values = new ArrayList<>();
        for (TrueFigure figure : month(works, "")) {
            if (figure.indicator().endsWith(':' + account)
                    && figure.period().kind().equals("month")) {
                values.add(figure.value().orElseThrow());
            }
        }

        assertThat(values).hasSize(1).allSatisfy(value -> assertThat(value).isBetween(least, most));
    }

    @ParameterizedTest
    @CsvSource({"ammonia-works", "coke-works", "converter-works", "refinery", "polysilicon-works", "data-centre"})
    void noQuarterHourPassesMoreThanTwiceWhatTheWorksIsRatedFor(String works) {
        var enterprise = play(works, "").actors().get(0).enterprise();
        double[] ratings = enterprise.process().ratings();
        long first = Slot.numberAt(START);

        for (long slot = first; slot < first + 96 * 40; slot++) {
            long[] flows = enterprise.process().flows(Slot.of(slot));
            assertThat(flows).hasSameSizeAs(ratings);
            for (int place = 0; place < flows.length; place++) {
                assertThat(flows[place])
                        .as("%s %s", works, enterprise.meters().get(place).id())
                        .isBetween(0L, (long) (2 * ratings[place] * 250) + 1);
            }
        }
    }

    @Test
    void anAmmoniaWorksStandsInItsTurnaroundAndBurnsMoreWhenItStartsAgain() {
        double[] product = new double[40];
        var process = play("ammonia-works", "model: {turnaroundDay: 190, turnaroundDays: 10}")
                .actors()
                .get(0)
                .enterprise()
                .process();
        double[] coal = new double[40];
        for (int day = 0; day < 40; day++) {
            for (int slot = 0; slot < 96; slot++) {
                long[] flows = process.flows(Slot.of(Slot.numberAt(START.plusDays(day)) + slot));
                coal[day] += flows[2];
                product[day] += flows[3];
            }
        }

        // 1 July is day 182: run down on the ninth day, standing for the nine that follow
        assertThat(product[12]).isZero();
        assertThat(product[30]).isPositive();
        assertThat(coal[18] / product[18]).isGreaterThan(1.1 * coal[30] / product[30]);
    }

    @Test
    void aDataCentreIsCooledForNothingInWinterAndByCompressorsInSummer() {
        Noise noise = new Noise(3);
        HallProcess hall = new HallProcess(
                noise, Weather.zhongwei(noise.stream("w")), 10_000, 15_000, 0.2, 0.045, 0.015, 0.06, 0.18);

        assertThat(pue(hall, LocalDate.parse("2026-01-15"))).isLessThan(1.17);
        assertThat(pue(hall, LocalDate.parse("2026-07-15"))).isGreaterThan(1.2);
    }

    @Test
    void theWeekOfTheSpringFestivalIsAHolidayAndTheWeekAfterIsNot() {
        assertThat(Holidays.has(LocalDate.parse("2026-02-16"))).isTrue();
        assertThat(Holidays.has(LocalDate.parse("2026-02-23"))).isTrue();
        assertThat(Holidays.has(LocalDate.parse("2026-02-24"))).isFalse();
        assertThat(Holidays.has(LocalDate.parse("2027-10-07"))).isTrue();
    }

    private static double pue(HallProcess hall, LocalDate day) {
        long all = 0;
        long it = 0;
        for (int slot = 0; slot < 96; slot++) {
            long[] flows = hall.flows(Slot.of(Slot.numberAt(day) + slot));
            all += flows[0] + flows[1];
            it += flows[2] + flows[3];
        }
        return (double) all / it;
    }

    private static Play play(String works, String more) {
        String text = "scenario: one\nupload: P1D\nenterprises:\n  - works: " + works + "\n    " + more + "\n";
        return Play.of(ScenarioReader.read("one", text), 42, START, OptionalInt.of(31));
    }

    private static List<TrueFigure> month(String works, String more) {
        Play play = play(works, more);
        Actor actor = play.actors().get(0);
        EnterpriseBooks books = new EnterpriseBooks(play.document(actor));
        for (String device : actor.enterprise().devices()) {
            DeviceCourse course = play.course(actor, device);
            while (course.due().isPresent()) {
                course.take().readings().forEach(books::note);
            }
        }
        List<TrueFigure> figures = new ArrayList<>();
        books.figures(figures::add);
        return figures;
    }
}
