package io.kilowatch.aggregator.accounting;

import static io.kilowatch.aggregator.testing.EnterpriseBuilder.anEnterprise;
import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.Times.at;
import static io.kilowatch.aggregator.testing.Times.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.Declared;
import io.kilowatch.domain.Declared.Renewable;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Period;
import io.kilowatch.registry.reference.ReferenceData;
import io.kilowatch.registry.reference.ReferenceFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Which rules of dual control are in force, and what each takes off; 100,000 kWh are 12.29 tce. */
class DualControlTest {
    private static final Period YEAR = year(2025);

    @Test
    void aRuleCountsFromItsFirstDayUntilTheDayThatItEnds() {
        assertThat(indicators("r,规则,rule,文件,no,none,,,2025-12-31,,no,made up")).contains("dual-control:r");
        assertThat(indicators("r,规则,rule,文件,no,none,,,2026-01-01,,no,made up")).doesNotContain("dual-control:r");
        assertThat(indicators("r,规则,rule,文件,no,none,,,2021-01-01,2026-01-01,no,made up"))
                .contains("dual-control:r");
        assertThat(indicators("r,规则,rule,文件,no,none,,,2021-01-01,2025-12-31,no,made up"))
                .doesNotContain("dual-control:r");
    }

    @Test
    void aRuleThatTakesAllOffAsksForNoBaseYear() {
        assertThat(counted("r,规则,rule,文件,no,all,certificate,2020,2021-01-01,,no,made up"))
                .isEqualByComparingTo("8.603"); // 30,000 kWh of 2025
        assertThat(counted("r,规则,rule,文件,no,increment,certificate,2020,2021-01-01,,no,made up"))
                .isEqualByComparingTo("9.832"); // 10,000 kWh less
        assertThat(counted("r,规则,rule,文件,no,none,certificate,2020,2021-01-01,,no,made up"))
                .isEqualByComparingTo("12.29");
    }

    @Test
    void theNameSaysBasisAndDocument() {
        Appraisal appraisal = appraise("r,规则,rule,文件,no,none,,,2021-01-01,,no,made up");

        assertThat(appraisal.verdict("dual-control:r").name().en()).isEqualTo("rule (calorific equivalent, 文件)");
        assertThat(appraisal.verdict("dual-control:r:primary").name().zh()).isEqualTo("规则（等价值，文件）");
        assertThat(appraisal.verdict("dual-control:r").unit()).isEqualTo("tce");
    }

    private static List<String> indicators(String rule) {
        return appraise(rule).indicators();
    }

    private static BigDecimal counted(String rule) {
        return appraise(rule).verdict("dual-control:r").value().orElseThrow();
    }

    private static Appraisal appraise(String rule) {
        Declared declared = new Declared(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new Renewable(2020, Renewable.Kind.CERTIFICATE, BigDecimal.valueOf(10_000)),
                        new Renewable(2025, Renewable.Kind.CERTIFICATE, BigDecimal.valueOf(30_000))),
                List.of());
        Enterprise user = anEnterprise()
                .with(aMeter().called("grid"))
                .comprehensive("grid")
                .declaring(declared)
                .build();
        FakeFigures figures = new FakeFigures().whole("grid", YEAR, "100000");
        return Appraisal.of(reference(rule), user, YEAR, figures, at("2026-01-01T00:00"));
    }

    /** The data that comes with the program, with one rule in place of all others. */
    private static ReferenceData reference(String rule) {
        String header = "rule,name_zh,name_en,document,feedstock,renewables,kinds,base_year,effective_from,until,"
                + "verified,source\n";
        Map<String, InputStream> files = new HashMap<>();
        ReferenceFiles.ALL.forEach(
                name -> files.put(name, Objects.requireNonNull(ReferenceFiles.class.getResourceAsStream(name))));
        files.put(
                ReferenceFiles.DUAL_CONTROL,
                new ByteArrayInputStream((header + rule + '\n').getBytes(StandardCharsets.UTF_8)));
        try {
            return ReferenceFiles.load(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
