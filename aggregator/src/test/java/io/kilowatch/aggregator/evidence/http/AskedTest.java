package io.kilowatch.aggregator.evidence.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kilowatch.aggregator.evidence.Smelter;
import org.junit.jupiter.api.Test;

class AskedTest {
    @Test
    void readsAFigure() {
        assertThat(Asked.figure(Smelter.CODE, "unit-product:al", "month", "2026-09-01"))
                .isEqualTo(Smelter.PER_TONNE);
    }

    @Test
    void saysInBothLanguagesWhatIsAllowed() {
        assertThatThrownBy(() -> Asked.figure("1", "a", "month", "2026-09-01"))
                .hasMessageContainingAll("18 characters", "统一社会信用代码");
        assertThatThrownBy(() -> Asked.figure(Smelter.CODE, "a", "week", "2026-09-01"))
                .hasMessageContainingAll("give day, month or year", "请用");
        assertThatThrownBy(() -> Asked.figure(Smelter.CODE, "a", "day", "yesterday"))
                .hasMessageContainingAll("give one such as 2026-08-01", "请给出");
        assertThatThrownBy(() -> Asked.figure(Smelter.CODE, "a", "month", "2026-09-02"))
                .hasMessageContainingAll("here 2026-09-01", "第一天");
        assertThatThrownBy(() -> Asked.figure(Smelter.CODE, " ", "month", "2026-09-01"))
                .hasMessageContaining("empty");
    }
}
