package io.kilowatch.aggregator.outlook;

import static io.kilowatch.aggregator.outlook.SeriesBuilder.decimal;
import static io.kilowatch.aggregator.outlook.SeriesBuilder.sums;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kilowatch.domain.Name;
import io.kilowatch.domain.Verdict;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BarometerTest {
    /** 100 tce for 50: 2 for each. */
    private static final Sums LAST_YEAR = sums("100", "50");

    @Test
    void aFallByTheTargetIsOnSchedule() {
        Barometer.Standing standing = standing(sums("97", "50"), "0.03");

        assertThat(standing.reduction()).isEqualByComparingTo("0.03");
        assertThat(standing.completion())
                .hasValueSatisfying(share -> assertThat(share).isEqualByComparingTo("1"));
        assertThat(standing.grade()).contains(new Verdict.Grade("3", new Name("3", "3"), "barometer document"));
        assertThat(standing.now()).isEqualTo(sums("97", "50"));
        assertThat(standing.then()).isEqualTo(LAST_YEAR);
        assertThat(standing.target()).contains(decimal("0.03"));
        assertThat(standing.text().zh()).isEqualTo("强度同比下降 3 %，目标下降 3 %");
        assertThat(standing.text().en())
                .isEqualTo("intensity fell by 3 % against last year's same period; the target is a fall by 3 %");
    }

    @Test
    void aFallByLessIsBehindSchedule() {
        assertThat(grade(sums("97.0001", "50"), "0.03")).isEqualTo("2");
        assertThat(grade(sums("100", "50"), "0.03")).isEqualTo("2");
    }

    @Test
    void aRiseIsTheFirstGradeWhateverTheTarget() {
        assertThat(grade(sums("100.0001", "50"), "0.03")).isEqualTo("1");
        Barometer.Standing risen = (Barometer.Standing)
                Barometer.of(sums("110", "50"), LAST_YEAR, Optional.empty(), WarningGrades.BAROMETER);
        assertThat(risen.reduction()).isEqualByComparingTo("-0.1");
        assertThat(risen.grade().map(Verdict.Grade::id)).contains("1");
        assertThat(risen.text().zh()).isEqualTo("强度同比上升 10 %，未给目标");
        assertThat(risen.text().en())
                .isEqualTo("intensity rose by 10 % against last year's same period; no target is given");
    }

    @Test
    void withoutATargetAFallHasNoGrade() {
        Barometer.Standing fallen = (Barometer.Standing)
                Barometer.of(sums("90", "50"), LAST_YEAR, Optional.empty(), WarningGrades.BAROMETER);
        Barometer.Standing same =
                (Barometer.Standing) Barometer.of(LAST_YEAR, LAST_YEAR, Optional.empty(), WarningGrades.BAROMETER);

        assertThat(fallen.reduction()).isEqualByComparingTo("0.1");
        assertThat(fallen.completion()).isEmpty();
        assertThat(fallen.grade()).isEmpty();
        assertThat(same.completion()).isEmpty();
        assertThat(same.text().en()).startsWith("intensity fell by 0 % ");
    }

    @Test
    void moreOutputForTheSameEnergyIsAFall() {
        assertThat(standing(sums("100", "80"), "0.03").reduction()).isEqualByComparingTo("0.375");
    }

    @Test
    void periodsWithoutEnergyOrOutputCannotBeCompared() {
        assertUnknown(sums("100", "0"), LAST_YEAR);
        assertUnknown(LAST_YEAR, sums("0", "50"));
        assertUnknown(LAST_YEAR, sums("100", "0"));
        assertUnknown(LAST_YEAR, sums("-1", "50"));
        assertThat(standing(sums("0", "50"), "0.03").reduction()).isEqualByComparingTo("1");
    }

    @Test
    void aTargetIsAFall() {
        for (String target : new String[] {"0", "-0.03"}) {
            assertThatThrownBy(() -> standing(LAST_YEAR, target)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static void assertUnknown(Sums now, Sums then) {
        assertThat(Barometer.of(now, then, Optional.empty(), WarningGrades.BAROMETER))
                .isInstanceOfSatisfying(
                        Barometer.Unknown.class,
                        unknown -> assertThat(unknown.reason().code()).isEqualTo("no-comparison"));
    }

    private static String grade(Sums now, String target) {
        return standing(now, target).grade().orElseThrow().id();
    }

    private static Barometer.Standing standing(Sums now, String target) {
        return (Barometer.Standing) Barometer.of(now, LAST_YEAR, Optional.of(decimal(target)), WarningGrades.BAROMETER);
    }
}
