package io.kilowatch.aggregator.accounting;

import static io.kilowatch.aggregator.testing.EnterpriseBuilder.anEnterprise;
import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;

import io.kilowatch.aggregator.testing.EnterpriseBuilder;
import io.kilowatch.aggregator.testing.MeterBuilder;
import io.kilowatch.domain.Account;
import io.kilowatch.domain.Account.Term;
import io.kilowatch.domain.DataCentre;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Input;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.Site;
import io.kilowatch.domain.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The enterprise that a row describes, with its meters' sums.
 *
 * <p>Energy is {@code [-|*]carrier amount unit}, output {@code unit amount [via conversion]}; a minus sign deducts, an
 * asterisk makes feedstock. An amount may be several, each on its day: {@code 400@2025-06-15 500@2025-06-30}.
 */
final class CaseEnterprise {
    private static final Name NAME = new Name("名", "name");

    private final HandCheckedCase row;
    private final Period period;
    private final EnterpriseBuilder builder = anEnterprise();
    private final FakeFigures figures = new FakeFigures();
    private final Enterprise enterprise;

    CaseEnterprise(HandCheckedCase row) {
        this.row = row;
        this.period = row.period();
        this.enterprise = build();
    }

    Enterprise enterprise() {
        return enterprise;
    }

    Appraisal appraise() {
        return Appraisal.of(enterprise, period, figures);
    }

    private Enterprise build() {
        builder.declaring(CaseDeclarations.of(row.parts("declared")));
        row.ifThere("region").ifPresent(builder::inRegion);
        row.ifThere("industry").ifPresent(builder::ofIndustry);
        builder.at(new Site(
                "works", NAME, Optional.empty(), Optional.empty(), row.decimal("altitude"), row.decimal("pressure")));
        if (row.isNewPlant()) {
            builder.asNewPlant();
        }
        Map<String, String> centre = row.words("centre").stream()
                .map(word -> word.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        if (!centre.isEmpty()) {
            builder.asDataCentre(dataCentre(centre));
        }
        builder.account(account(centre));
        return builder.build();
    }

    private Account account(Map<String, String> centre) {
        List<Term> energy = terms("e", row.parts("energy"), this::energyMeter);
        if (row.text("indicator").startsWith("pue")) {
            List<String> thresholds = row.words("quota");
            return new Account.PowerUsage(
                    "hall",
                    Optional.ofNullable(centre.get("partial")).map(part -> new Name(part, part)),
                    thresholds.stream().findFirst(),
                    thresholds.stream().skip(1).toList(),
                    energy,
                    terms("o", row.parts("output"), this::energyMeter),
                    centre.containsKey("partial"));
        }
        if (row.text("indicator").startsWith("unit-product")) {
            return new Account.UnitProduct(
                    "product",
                    NAME,
                    row.optional("quota"),
                    energy,
                    terms("o", row.parts("output"), this::productMeter),
                    row.parts("inputs").stream().map(CaseEnterprise::input).toList(),
                    Optional.empty(),
                    Optional.empty());
        }
        return new Account.Comprehensive("whole", energy);
    }

    private interface Metering {
        /** Makes a meter of some words and returns the conversion of its output. */
        Optional<String> meter(String id, List<String> words);
    }

    private List<Term> terms(String prefix, List<String> parts, Metering metering) {
        List<Term> terms = new ArrayList<>();
        for (String part : parts) {
            String id = prefix + (terms.size() + 1);
            List<String> words = Arrays.asList(part.replaceFirst("^[-*]", "").split(" "));
            terms.add(new Term(id, part.startsWith("-"), part.startsWith("*"), metering.meter(id, words)));
        }
        return terms;
    }

    private Optional<String> energyMeter(String id, List<String> words) {
        Unit unit = unit(words.get(words.size() - 1));
        with(aMeter().called(id).ofCarrier(words.get(0), unit), id, words.subList(1, words.size() - 1), unit);
        return Optional.empty();
    }

    private Optional<String> productMeter(String id, List<String> words) {
        int via = words.indexOf("via");
        boolean isEnergy = words.get(0).equals("electricity") || words.get(0).equals("heat");
        if (isEnergy) {
            return energyMeter(id, words);
        }
        Unit unit = unit(words.get(0));
        List<String> amounts = words.subList(1, via < 0 ? words.size() : via);
        with(aMeter().called(id).ofProduct("product").in(unit), id, amounts, unit);
        return via < 0 ? Optional.empty() : Optional.of(words.get(via + 1));
    }

    private void with(MeterBuilder meter, String id, List<String> amounts, Unit unit) {
        builder.with(meter);
        figures.every(id, period.start(), period.end(), "0");
        for (String amount : amounts) {
            String[] dated = amount.split("@");
            LocalDate day = dated.length == 1 ? period.end().minusDays(1) : LocalDate.parse(dated[1]);
            figures.on(id, day, new BigDecimal(dated[0]).multiply(unit.toBase()).toPlainString());
        }
    }

    private static Unit unit(String symbol) {
        return Unit.parse(symbol.replace('_', ' ')).orElseThrow(() -> new IllegalArgumentException(symbol));
    }

    private static Input input(String text) {
        String[] named = text.split("[=@]");
        LocalDate from = named.length == 2 ? LocalDate.EPOCH : LocalDate.parse(named[2]);
        return new Input(named[0], from, new BigDecimal(named[1]));
    }

    private static DataCentre dataCentre(Map<String, String> centre) {
        Optional<DataCentre.Commitment> commitment = Optional.ofNullable(centre.get("commitment"))
                .map(text -> text.split("@"))
                .map(dated -> new DataCentre.Commitment(new BigDecimal(dated[0]), "审查意见", LocalDate.parse(dated[1])));
        return new DataCentre(
                Integer.parseInt(centre.getOrDefault("racks", "")),
                Integer.parseInt(centre.getOrDefault("category", "")),
                Optional.empty(),
                commitment);
    }
}
