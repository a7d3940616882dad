package io.kilowatch.aggregator.console;

import io.kilowatch.domain.Limits;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.Quota;
import io.kilowatch.domain.Verdict;
import io.kilowatch.domain.Verdict.Comparison;
import io.kilowatch.domain.Verdict.Grade;
import io.kilowatch.domain.Verdict.Judgement;
import io.kilowatch.domain.WarningGrade;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is counted by the year only: dual control, feedstock, certificates, intensity, the budget. */
final class YearlyFigures {
    private static final BigDecimal CALORIFIC = new BigDecimal("0.0001229");
    private static final BigDecimal PRIMARY = new BigDecimal("0.0003066");

    private YearlyFigures() {}

    static List<Verdict> of(Works works, UsedDays days, Period year) {
        List<Verdict> all = new ArrayList<>();
        BigDecimal electricity = days.electricity(year.start(), year.end());
        BigDecimal coal = days.coal(year.start(), year.end());
        BigDecimal feedstock =
                works.industry().equals("C2614") ? coal.multiply(new BigDecimal("0.46")) : BigDecimal.ZERO;
        BigDecimal green = works.number() % 3 == 1
                ? electricity.multiply(new BigDecimal("0.18")).setScale(0, RoundingMode.HALF_EVEN)
                : BigDecimal.ZERO;
        ReferenceData.standard().dualControlRules().forEach(rule -> {
            BigDecimal fuel = rule.feedstock() ? coal.subtract(feedstock) : coal;
            BigDecimal counted = switch (rule.renewables()) {
                case NONE -> electricity;
                case INCREMENT -> electricity.subtract(green.multiply(new BigDecimal("0.7")));
                case ALL -> electricity.subtract(green);
            };
            Name name = new Name(
                    "双控能耗：" + rule.name().zh(), "Dual control: " + rule.name().en());
            String id = "dual-control:" + rule.id();
            all.add(ConsoleFigures.sum(works, year, id, name, "tce", ConsoleFigures.tce(counted, CALORIFIC, fuel)));
            all.add(ConsoleFigures.sum(
                    works, year, id + ":primary", name, "tce", ConsoleFigures.tce(counted, PRIMARY, fuel)));
        });
        if (feedstock.signum() > 0) {
            all.add(ConsoleFigures.sum(
                    works,
                    year,
                    "feedstock-energy",
                    new Name("原料用能", "Feedstock energy"),
                    "tce",
                    feedstock.setScale(3, RoundingMode.HALF_EVEN)));
        }
        if (green.signum() > 0) {
            all.add(ConsoleFigures.sum(
                    works,
                    year,
                    "renewable-electricity",
                    new Name("绿证电力", "Certified renewable electricity"),
                    "kWh",
                    green));
        }
        if (works.budget() > 0 && year.start().getYear() == 2026) {
            all.add(budget(works, year, ConsoleFigures.tce(electricity, CALORIFIC, coal)));
        }
        return all;
    }

    private static Verdict budget(Works works, Period year, BigDecimal used) {
        BigDecimal whole = BigDecimal.valueOf(works.budget());
        BigDecimal due =
                whole.multiply(BigDecimal.valueOf(304)).divide(BigDecimal.valueOf(365), 3, RoundingMode.HALF_EVEN);
        BigDecimal completion = due.divide(used, 6, RoundingMode.DOWN);
        Optional<Grade> grade = ReferenceData.standard().grades("budget").stream()
                .filter(one -> one.holds(completion))
                .findFirst()
                .map((WarningGrade one) -> new Grade(one.id(), one.name(), one.document()));
        String document = "宁工信示例〔2026〕" + works.number() + "号";
        Name name = new Name("用能预算执行", "Use of the energy budget");
        Quota quota = new Quota(
                "energy-budget",
                document,
                name,
                name,
                "tce",
                Optional.empty(),
                Optional.empty(),
                Optional.of(whole),
                LocalDate.of(2026, 1, 1),
                false,
                document);
        boolean within = used.compareTo(whole) <= 0;
        Judgement judgement = new Judgement(
                within ? Outcome.WITHIN : Outcome.EXCEEDS,
                List.of(),
                Optional.of(quota),
                3,
                Optional.of(whole),
                within ? Optional.of(3) : Optional.empty(),
                new Limits(Optional.empty(), Optional.empty(), Optional.of(whole)),
                List.of(),
                List.of(new Comparison(
                        "schedule", new Name("进度计划", "due by schedule"), document, due, used.compareTo(due) <= 0)),
                grade);
        return ConsoleFigures.verdict(
                works,
                year,
                "energy-budget",
                name,
                "tce",
                used,
                Optional.empty(),
                new BigDecimal("0.9962"),
                Optional.of(judgement));
    }
}
