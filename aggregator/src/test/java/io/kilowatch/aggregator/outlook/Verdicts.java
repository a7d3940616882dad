package io.kilowatch.aggregator.outlook;

import io.kilowatch.domain.Account;
import io.kilowatch.domain.Declared;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Builds verdicts. */
final class Verdicts {
    private String indicator = "unit-product:product";
    private String unit = "kWh/t";
    private Period period = Period.parse("year:2025-01-01");
    private Optional<BigDecimal> value = Optional.empty();
    private Optional<BigDecimal> above = Optional.empty();
    private Optional<BigDecimal> below = Optional.empty();
    private BigDecimal completeness = BigDecimal.ONE;
    private Optional<Outcome> outcome = Optional.empty();

    private Verdicts() {}

    static Verdicts aVerdict() {
        return new Verdicts();
    }

    Verdicts of(String id, String symbol) {
        indicator = id;
        unit = symbol;
        return this;
    }

    Verdicts in(String text) {
        period = Period.parse(text);
        return this;
    }

    Verdicts worth(String figure) {
        value = Optional.of(new BigDecimal(figure));
        return this;
    }

    Verdicts summing(String numerator, String denominator) {
        above = Optional.of(new BigDecimal(numerator));
        below = Optional.of(denominator).filter(text -> !text.isEmpty()).map(BigDecimal::new);
        return this;
    }

    Verdicts complete(String share) {
        completeness = new BigDecimal(share);
        return this;
    }

    Verdicts judged(Outcome said) {
        outcome = Optional.of(said);
        return this;
    }

    Verdict build() {
        String first17 = "91640100MA0000000";
        return new Verdict(
                new EnterpriseCode(first17 + EnterpriseCode.checkCharacter(first17)),
                indicator,
                new Name("指标", "indicator"),
                unit,
                period,
                value,
                above,
                below,
                completeness,
                Instant.EPOCH,
                outcome.map(said -> new Verdict.Judgement(
                        said, List.of(), Optional.empty(), 3, Optional.empty(), Optional.empty())),
                Instant.EPOCH);
    }

    static Enterprise with(Enterprise plain, String region, String industry, Declared declared) {
        return new Enterprise(
                plain.code(),
                plain.name(),
                region,
                industry,
                plain.newPlant(),
                plain.sites(),
                plain.devices(),
                plain.meters(),
                plain.accounts(),
                plain.dataCentre(),
                declared);
    }

    static Enterprise with(Enterprise plain, List<Account> accounts) {
        return new Enterprise(
                plain.code(),
                plain.name(),
                plain.region(),
                plain.industry(),
                plain.newPlant(),
                plain.sites(),
                plain.devices(),
                plain.meters(),
                accounts,
                plain.dataCentre());
    }
}
