package io.kilowatch.registry.topics;

import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.domain.Input;
import io.kilowatch.domain.Limits;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.Quota;
import io.kilowatch.domain.Reason;
import io.kilowatch.domain.Verdict;
import io.kilowatch.domain.Verdict.Comparison;
import io.kilowatch.domain.Verdict.Grade;
import io.kilowatch.domain.Verdict.Judgement;
import io.kilowatch.domain.Verdict.Part;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Verdicts of each sort, for tests. */
public final class SampleVerdicts {
    private static final Quota QUOTA =
            ReferenceData.standard().quotas("aluminium.liquid-ac").get(0);

    /** Within its limit. */
    public static final Verdict WITHIN = verdict(
            "13210.46",
            Optional.of(new Judgement(
                    Outcome.WITHIN,
                    List.of(),
                    Optional.of(QUOTA),
                    3,
                    Optional.of(new BigDecimal("13350")),
                    Optional.of(3))));

    /** Above a limit that is the mean of two parts, each corrected. */
    public static final Verdict IN_PARTS = verdict(
            "421.7",
            Optional.of(new Judgement(
                    Outcome.EXCEEDS,
                    List.of(),
                    Optional.of(QUOTA),
                    3,
                    Optional.of(new BigDecimal("421.666667")),
                    Optional.empty(),
                    limits("421.666667"),
                    List.of(part("2026-08-01", "2026-08-11", "435"), part("2026-08-11", "2026-09-01", "415")),
                    List.of(new Comparison(
                            "benchmark", new Name("标杆水平", "benchmark level"), "文件", new BigDecimal("361"), false)),
                    Optional.of(new Grade("yellow", new Name("黄色", "yellow"), "文件")))));

    /** Not judged, with the reason. */
    public static final Verdict CANNOT_BE_JUDGED = verdict(
            "0.1",
            Optional.of(new Judgement(
                    Outcome.CANNOT_BE_JUDGED,
                    List.of(new Reason("incomplete", new Name("数据不完整", "data are incomplete"))),
                    Optional.empty(),
                    2,
                    Optional.empty(),
                    Optional.empty())));

    /** An indicator that no quota judges. */
    public static final Verdict WITHOUT_QUOTA = verdict("13210.46", Optional.empty());

    /** One of each sort. */
    public static final List<Verdict> ALL = List.of(WITHIN, IN_PARTS, CANNOT_BE_JUDGED, WITHOUT_QUOTA);

    private SampleVerdicts() {}

    private static Limits limits(String level3) {
        return new Limits(Optional.empty(), Optional.empty(), Optional.of(new BigDecimal(level3)));
    }

    private static Part part(String from, String until, String limit) {
        return new Part(
                LocalDate.parse(from),
                LocalDate.parse(until),
                Optional.of(new BigDecimal("12.5")),
                new BigDecimal("0.03"),
                Optional.of(QUOTA),
                limits(limit),
                List.of(new Input("ore_grade", LocalDate.parse("2026-07-01"), new BigDecimal("97.5"))));
    }

    private static Verdict verdict(String value, Optional<Judgement> judgement) {
        return new Verdict(
                new EnterpriseCode("91350100M000100Y43"),
                "unit-product:al",
                new Name("电耗", "electricity"),
                "kWh/t",
                new Period(PeriodKind.MONTH, LocalDate.parse("2026-08-01")),
                Optional.of(new BigDecimal(value)),
                Optional.empty(),
                Optional.empty(),
                new BigDecimal("0.9987"),
                Instant.parse("2026-08-19T16:00:00Z"),
                judgement,
                Instant.parse("2026-08-19T16:00:01.500Z"));
    }
}
