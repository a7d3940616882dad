package io.kilowatch.aggregator.accounting;

import static io.kilowatch.aggregator.testing.EnterpriseBuilder.anEnterprise;
import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.Times.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.Account;
import io.kilowatch.domain.Account.Term;
import io.kilowatch.domain.Input;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.Quota;
import io.kilowatch.domain.Site;
import io.kilowatch.domain.Verdict.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The parts of a period that a verdict shows, each with its edition, sums, limits and inputs; and whose site counts. */
class PartsTest {
    private static final Period YEAR = year(2026);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final Name NAME = new Name("名", "name");

    @Test
    void eachPartHasItsEditionSumsLimitsAndInputs() {
        List<Input> inputs = List.of(
                input("rare_earth_ore", "0", JULY),
                input("vanadium_titanium_ore", "0", JULY),
                input("laterite_ore", "0", JULY),
                input("feed_grade", "60", JULY),
                input("scrap_ratio", "9", JULY));
        FakeFigures figures = new FakeFigures()
                .whole("grid", YEAR, "400000")
                .whole("out", YEAR, "45000")
                .on("grid", LocalDate.of(2026, 6, 30), "600000")
                .on("out", LocalDate.of(2026, 6, 30), "55000");

        List<Part> parts = appraise("steel.blast-furnace.energy", inputs, Optional.empty(), figures)
                .judgement()
                .parts();

        assertThat(parts).hasSize(2);
        Part before = parts.get(0);
        assertThat(before.from()).isEqualTo(YEAR.start());
        assertThat(before.until()).isEqualTo(JULY);
        assertThat(before.numerator().orElseThrow()).isEqualByComparingTo("73740"); // 600 MWh × 0.1229
        assertThat(before.denominator()).isEqualByComparingTo("55");
        assertThat(before.quota().map(Quota::standard)).contains("GB 21256-2013");
        assertThat(before.limits().level3().orElseThrow()).isEqualByComparingTo("435");
        assertThat(before.inputs()).isEmpty();
        Part after = parts.get(1);
        assertThat(after.from()).isEqualTo(JULY);
        assertThat(after.until()).isEqualTo(YEAR.end());
        assertThat(after.numerator().orElseThrow()).isEqualByComparingTo("49160");
        assertThat(after.denominator()).isEqualByComparingTo("45");
        assertThat(after.quota().map(Quota::standard)).contains("GB 21256-2025");
        assertThat(after.limits().level3().orElseThrow()).isEqualByComparingTo("422.22"); // 415 + 2 × 3.61
        assertThat(after.inputs())
                .extracting(Input::id)
                .containsExactly("feed_grade", "laterite_ore", "rare_earth_ore", "vanadium_titanium_ore");
        assertThat(after.inputs().get(0)).isEqualTo(input("feed_grade", "60", JULY));
    }

    @Test
    void theSiteThatTheAccountNamesCounts() {
        assertThat(altitudeOf(Optional.of("north"))).contains(BigDecimal.valueOf(1_100));
        assertThat(altitudeOf(Optional.of("south"))).contains(BigDecimal.valueOf(2_000));
    }

    @Test
    void ofSeveralSitesNoneCountsUnlessTheAccountNamesIt() {
        assertThat(altitudeOf(Optional.empty())).isEmpty();
        assertThat(altitudeOf(Optional.of("west"))).isEmpty();
    }

    @Test
    void ofInputsDeclaredInAnyOrderTheLatestCounts() {
        List<Input> inputs = List.of(
                input("feed_grade", "58", JULY.plusDays(5)),
                input("feed_grade", "60", JULY.minusDays(5)),
                input("rare_earth_ore", "0", JULY),
                input("vanadium_titanium_ore", "0", JULY),
                input("laterite_ore", "0", JULY));
        FakeFigures figures = new FakeFigures().whole("grid", YEAR, "1").whole("out", YEAR, "1");

        List<Part> parts = appraise("steel.blast-furnace.energy", inputs, Optional.empty(), figures)
                .judgement()
                .parts();

        assertThat(parts)
                .extracting(Part::from)
                .containsExactly(YEAR.start(), JULY.minusDays(5), JULY, JULY.plusDays(5));
        assertThat(parts.get(2).limits().level1().orElseThrow()).isEqualByComparingTo("368.22"); // 361 + 2 × 3.61
        assertThat(parts.get(3).limits().level1().orElseThrow()).isEqualByComparingTo("375.44"); // 361 + 4 × 3.61
    }

    /** The altitude that the limits of clinker were corrected by. */
    private static Optional<BigDecimal> altitudeOf(Optional<String> site) {
        FakeFigures figures = new FakeFigures().whole("grid", YEAR, "1").whole("out", YEAR, "1");
        return appraise("cement.clinker.energy", List.of(), site, figures).judgement().parts().stream()
                .flatMap(part -> part.inputs().stream())
                .filter(input -> input.id().equals("altitude"))
                .map(Input::value)
                .findFirst();
    }

    private static Appraisal appraise(String quota, List<Input> inputs, Optional<String> site, FakeFigures figures) {
        Account account = new Account.UnitProduct(
                "product",
                NAME,
                Optional.of(quota),
                List.of(new Term("grid", false)),
                List.of(new Term("out", false)),
                inputs,
                site,
                Optional.empty());
        return Appraisal.of(
                anEnterprise()
                        .with(aMeter().called("grid"), aMeter().called("out").ofProduct("product"))
                        .at(site("north", 1_100))
                        .at(site("south", 2_000))
                        .account(account)
                        .build(),
                YEAR,
                figures);
    }

    private static Site site(String id, int altitude) {
        return new Site(
                id,
                NAME,
                Optional.empty(),
                Optional.empty(),
                Optional.of(BigDecimal.valueOf(altitude)),
                Optional.of(BigDecimal.valueOf(80_000)));
    }

    private static Input input(String id, String value, LocalDate from) {
        return new Input(id, from, new BigDecimal(value));
    }
}
