package io.kilowatch.aggregator.testing;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.Quota;
import io.kilowatch.domain.Reason;
import io.kilowatch.domain.Verdict;
import io.kilowatch.domain.Verdict.Judgement;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Builds a verdict from what is above and below the line. */
public final class FigureBuilder {
    private final EnterpriseCode enterprise;
    private String indicator = "comprehensive-energy";
    private Name name = new Name("综合能耗", "Comprehensive energy consumption");
    private String unit = "tce";
    private Period period = Times.month("2026-08-01");
    private BigDecimal above = BigDecimal.ONE;
    private Optional<BigDecimal> below = Optional.empty();
    private String completeness = "0.9960";
    private Optional<String> quota = Optional.empty();
    private int level = 3;
    private Optional<LocalDate> until = Optional.empty();

    private FigureBuilder(EnterpriseCode enterprise) {
        this.enterprise = enterprise;
    }

    public static FigureBuilder aFigureOf(String code) {
        return new FigureBuilder(new EnterpriseCode(code));
    }

    /** The year of some months: sums over sums. */
    public static List<Verdict> summed(List<Verdict> months, Period year) {
        Map<String, List<Verdict>> figures = months.stream()
                .collect(Collectors.groupingBy(
                        one -> one.enterprise() + "|" + one.indicator(), TreeMap::new, Collectors.toList()));
        return figures.values().stream()
                .map(all -> summed(all.get(0), all, year))
                .toList();
    }

    private static Verdict summed(Verdict first, List<Verdict> all, Period year) {
        FigureBuilder figure = aFigureOf(first.enterprise().text())
                .named(first.indicator(), first.name().zh(), first.name().en(), first.unit())
                .in(year)
                .until(all.get(all.size() - 1).period().end());
        BigDecimal above =
                all.stream().flatMap(one -> one.numerator().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal below =
                all.stream().flatMap(one -> one.denominator().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        figure = below.signum() == 0 ? figure.sum(above) : figure.ratio(above, below);
        Optional<Judgement> judgement = first.judgement();
        return judgement.isEmpty()
                ? figure.build()
                : figure.judgedBy(
                                judgement.get().quota().orElseThrow().id(),
                                judgement.get().judgedLevel())
                        .build();
    }

    public FigureBuilder named(String id, String zh, String en, String in) {
        indicator = id;
        name = new Name(zh, en);
        unit = in;
        return this;
    }

    public FigureBuilder in(Period when) {
        period = when;
        return this;
    }

    public FigureBuilder until(LocalDate day) {
        until = Optional.of(day);
        return this;
    }

    public FigureBuilder sum(BigDecimal amount) {
        above = amount;
        below = Optional.empty();
        return this;
    }

    public FigureBuilder ratio(BigDecimal numerator, BigDecimal denominator) {
        above = numerator;
        below = Optional.of(denominator);
        return this;
    }

    public FigureBuilder completeness(String share) {
        completeness = share;
        return this;
    }

    public FigureBuilder judgedBy(String id, int judgedLevel) {
        quota = Optional.of(id);
        level = judgedLevel;
        return this;
    }

    public Verdict build() {
        BigDecimal value = below.map(line -> above.divide(line, 6, RoundingMode.HALF_EVEN))
                .orElse(above.setScale(6, RoundingMode.HALF_EVEN));
        Instant end = Instant.ofEpochMilli(BusinessCalendar.CHINA.start(until.orElse(period.end())));
        return new Verdict(
                enterprise,
                indicator,
                name,
                unit,
                period,
                Optional.of(value),
                Optional.of(above),
                below,
                new BigDecimal(completeness),
                end,
                quota.map(id -> judgement(id, value)),
                end.plusSeconds(600));
    }

    private Judgement judgement(String id, BigDecimal value) {
        Optional<Quota> edition =
                ReferenceData.standard().quota(id, period.end().minusDays(1));
        Optional<BigDecimal> limit = edition.flatMap(one -> one.level(level));
        if (new BigDecimal(completeness).compareTo(new BigDecimal("0.90")) < 0 || limit.isEmpty()) {
            return new Judgement(
                    Outcome.CANNOT_BE_JUDGED,
                    List.of(new Reason("incomplete", new Name("数据完整率低于 90%", "data completeness is below 90 %"))),
                    edition,
                    level,
                    limit,
                    Optional.empty());
        }
        Outcome outcome = value.compareTo(limit.get()) > 0 ? Outcome.EXCEEDS : Outcome.WITHIN;
        Optional<Integer> reached = Stream.of(1, 2, 3)
                .filter(one -> edition.flatMap(found -> found.level(one))
                        .filter(most -> value.compareTo(most) <= 0)
                        .isPresent())
                .findFirst();
        return new Judgement(outcome, List.of(), edition, level, limit, reached);
    }
}
