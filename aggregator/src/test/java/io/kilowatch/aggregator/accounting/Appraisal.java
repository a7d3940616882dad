package io.kilowatch.aggregator.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.Reason;
import io.kilowatch.domain.Verdict;
import io.kilowatch.registry.reference.ReferenceData;
import io.kilowatch.registry.reference.ReferenceFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An enterprise appraised in a period, and what a test wants to know of the result. */
final class Appraisal {
    static final Instant NOW = Instant.parse("2027-01-02T03:04:05Z");

    private final List<Verdict> verdicts;

    private Appraisal(List<Verdict> verdicts) {
        this.verdicts = verdicts;
    }

    /** By the data that comes with the program, after everything was due. */
    static Appraisal of(Enterprise enterprise, Period period, Figures figures) {
        return of(ReferenceData.standard(), enterprise, period, figures, BusinessCalendar.CHINA.start(period.end()));
    }

    static Appraisal of(Enterprise enterprise, Period period, Figures figures, long dueUntil) {
        return of(ReferenceData.standard(), enterprise, period, figures, dueUntil);
    }

    static Appraisal of(ReferenceData reference, Enterprise enterprise, Period period, Figures figures, long dueUntil) {
        Appraiser appraiser = new Appraiser(reference, BusinessCalendar.CHINA, new BigDecimal("0.90"));
        return new Appraisal(appraiser.appraise(enterprise, period, figures, dueUntil, NOW));
    }

    /** Reference data with one quota called {@code q}. */
    static ReferenceData quota(String unit, String level1, String level2, String level3) {
        String header = "quota,standard_no,standard_name_zh,standard_name_en,product,process_or_condition,metric_zh,"
                + "metric_en,unit,level1_advanced,level2_access,level3_limit,effective_from,verified,source\n";
        String row = "q,GB 1,标准,standard,产品,,指标,metric," + unit + ',' + level1 + ',' + level2 + ',' + level3
                + ",2020-01-01,no,made up\n";
        try (InputStream carriers = file(ReferenceFiles.CARRIERS);
                InputStream factors = file(ReferenceFiles.FACTORS);
                InputStream quotas = new ByteArrayInputStream((header + row).getBytes(StandardCharsets.UTF_8))) {
            return ReferenceFiles.load(Map.of(
                    ReferenceFiles.CARRIERS, carriers,
                    ReferenceFiles.FACTORS, factors,
                    ReferenceFiles.QUOTAS, quotas));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream file(String name) {
        return Optional.ofNullable(ReferenceFiles.class.getResourceAsStream(name))
                .orElseThrow();
    }

    List<Verdict> verdicts() {
        return List.copyOf(verdicts);
    }

    List<String> indicators() {
        return verdicts.stream().map(Verdict::indicator).toList();
    }

    Verdict verdict(String indicator) {
        return verdicts.stream()
                .filter(verdict -> verdict.indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    /** The one verdict there is. */
    Verdict only() {
        assertThat(verdicts).hasSize(1);
        return verdicts.get(0);
    }

    Verdict.Judgement judgement() {
        return only().judgement().orElseThrow();
    }

    Outcome outcome() {
        return judgement().outcome();
    }

    List<String> reasons() {
        return judgement().reasons().stream().map(Reason::code).toList();
    }
}
