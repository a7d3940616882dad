package io.kilowatch.aggregator.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.Limits;
import io.kilowatch.domain.Reason;
import io.kilowatch.domain.Verdict;
import io.kilowatch.domain.Verdict.Judgement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases whose figures were worked out by hand, each with the standard or document that they follow from. */
class HandCheckedCasesTest {
    static Stream<HandCheckedCase> cases() {
        return HandCheckedCase.table("hand-checked-cases.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theVerdictIsTheOneWorkedOutByHand(HandCheckedCase row) {
        Verdict verdict = new CaseEnterprise(row).appraise().verdict(row.text("indicator"));

        assertThat(verdict.unit()).isEqualTo(row.text("unit"));
        assertThat(verdict.name().zh()).contains(row.text("named"));
        assertSame("value", verdict.value(), row.decimal("value"));
        assertThat(verdict.judgement().isPresent())
                .isEqualTo(row.optional("outcome").isPresent());
        verdict.judgement().ifPresent(judgement -> assertJudged(judgement, row));
    }

    private static void assertJudged(Judgement judgement, HandCheckedCase row) {
        Limits limits = judgement.limits();
        assertSame("level 1", limits.level1(), row.decimal("level1"));
        assertSame("level 2", limits.level2(), row.decimal("level2"));
        assertSame("level 3", limits.level3(), row.decimal("level3"));
        assertThat(judgement.judgedLevel()).isEqualTo(row.isNewPlant() ? 2 : 3);
        assertSame("limit", judgement.limit(), limits.level(judgement.judgedLevel()));
        assertThat(judgement.outcome().word()).isEqualTo(row.text("outcome"));
        assertThat(judgement.levelReached().map(String::valueOf)).isEqualTo(row.optional("level"));
        assertReasons(judgement.reasons(), row.words("reasons"));
        assertThat(judgement.comparisons().stream().map(one -> one.id() + '=' + (one.met() ? "yes" : "no")))
                .isEqualTo(row.words("compared"));
        assertThat(judgement.grade().map(Verdict.Grade::id)).isEqualTo(row.optional("grade"));
    }

    /** Expected are codes, each with a word that a reason names, such as {@code missing-input:pressure}. */
    private static void assertReasons(List<Reason> reasons, List<String> expected) {
        assertThat(reasons)
                .extracting(Reason::code)
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(text -> text.split(":")[0]).toList());
        for (String text : expected) {
            String[] codeAndWord = text.split(":");
            if (codeAndWord.length > 1) {
                Pattern word = Pattern.compile("\\b" + Pattern.quote(codeAndWord[1]) + "\\b");
                assertThat(reasons)
                        .filteredOn(reason -> reason.code().equals(codeAndWord[0]))
                        .anySatisfy(reason -> assertThat(reason.text().en()).containsPattern(word));
            }
        }
    }

    private static void assertSame(String what, Optional<BigDecimal> found, Optional<BigDecimal> expected) {
        assertThat(found.map(BigDecimal::stripTrailingZeros))
                .as(what)
                .isEqualTo(expected.map(BigDecimal::stripTrailingZeros));
    }

    @Test
    void thereAreMoreThanAHundredCasesAndEachNamesItsSource() {
        assertThat(cases())
                .hasSizeGreaterThan(100)
                .allSatisfy(row -> assertThat(row.optional("source")).isPresent())
                .extracting(row -> row.text("id"))
                .doesNotHaveDuplicates();
    }
}
