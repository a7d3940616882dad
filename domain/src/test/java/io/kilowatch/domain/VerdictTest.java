package io.kilowatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kilowatch.domain.Verdict.Judgement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {
    private static final Instant NOON = Instant.parse("2026-08-20T04:00:00Z");

    @Test
    void isIdentifiedByEnterpriseIndicatorAndPeriod() {
        assertThat(verdict("1.6", "1.5", NOON).key()).isEqualTo("91350100M000100Y43|pue|month:2026-08-01");
    }

    @Test
    void itsMarginIsNegativeAboveTheLimit() {
        assertThat(verdict("1.6", "1.5", NOON).margin()).contains(new BigDecimal("-0.1"));
        assertThat(verdict("1.25", "1.5", NOON).margin()).contains(new BigDecimal("0.25"));
    }

    @Test
    void withoutValueOrLimitThereIsNoMargin() {
        assertThat(verdict(null, "1.5", NOON).margin()).isEmpty();
        assertThat(verdict("1.6", null, NOON).margin()).isEmpty();
    }

    @Test
    void saysTheSameWheneverItWasComputed() {
        Verdict verdict = verdict("1.6", "1.5", NOON);

        assertThat(verdict.saysTheSameAs(verdict("1.6", "1.5", NOON.plusSeconds(60))))
                .isTrue();
        assertThat(verdict.saysTheSameAs(verdict("1.7", "1.5", NOON))).isFalse();
        assertThat(verdict.saysTheSameAs(verdict("1.6", null, NOON))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void anOutcomeIsReadFromItsWord(Outcome outcome) {
        assertThat(Outcome.parse(outcome.word())).isEqualTo(outcome);
        assertThatThrownBy(() -> Outcome.parse(outcome.word() + "s")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Verdict verdict(@Nullable String value, @Nullable String limit, Instant computedAt) {
        return new Verdict(
                new EnterpriseCode("91350100M000100Y43"),
                "pue",
                new Name("电能利用效率", "PUE"),
                "1",
                new Period(PeriodKind.MONTH, LocalDate.parse("2026-08-01")),
                Optional.ofNullable(value).map(BigDecimal::new),
                Optional.empty(),
                Optional.empty(),
                BigDecimal.ONE,
                NOON,
                Optional.of(new Judgement(
                        Outcome.EXCEEDS,
                        List.of(),
                        Optional.empty(),
                        3,
                        Optional.ofNullable(limit).map(BigDecimal::new),
                        Optional.empty())),
                computedAt);
    }
}
