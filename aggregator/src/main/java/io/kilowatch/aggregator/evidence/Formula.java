package io.kilowatch.aggregator.evidence;

import io.kilowatch.domain.CarrierFactor;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Micros;
import io.kilowatch.domain.Verdict;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a figure follows from its account's sums, with the numbers.
 *
 * @param items one for each term of the account
 * @param text the whole of it in one line
 */
public record Formula(List<Item> items, String text) {
    /** Copies its items. */
    public Formula {
        items = List.copyOf(items);
    }

    /**
     * One term with its number.
     *
     * @param part the term
     * @param amount what flowed up to where the verdict reaches, in base units
     * @param unit the base unit
     * @param factor what turns it into coal equivalent, where the figure is counted in that
     */
    public record Item(IndicatorAccount.Part part, BigDecimal amount, String unit, Optional<CarrierFactor> factor) {
        String text() {
            String sign = part.term().deducted() ? "- " : "+ ";
            String coal = factor.map(
                            one -> " × " + one.kgcePerUnit().orElseThrow().toPlainString() + " kgce/" + unit)
                    .orElse("");
            return sign + part.term().meter() + ' ' + plain(amount) + ' ' + unit + coal;
        }
    }

    /** The formula of a verdict. */
    public static Formula of(Verdict verdict, Subject subject, ReferenceData reference) {
        boolean inCoal = verdict.unit().equals("tce") || verdict.unit().equals("kgce/t");
        long until = verdict.asOf().toEpochMilli();
        List<Item> items = new ArrayList<>();
        for (IndicatorAccount.Part part : subject.account().parts()) {
            Meter meter = subject.enterprise().meter(part.term().meter());
            String carrier = meter.measures().id();
            long amount = subject.sums()
                    .amountUntil(
                            meter.id(), verdict.period(), until, subject.rules().calendar());
            items.add(new Item(
                    part,
                    Micros.toDecimal(amount),
                    meter.unit().dimension().baseUnit(),
                    inCoal && part.above()
                            ? reference.factor(carrier, verdict.period().start())
                            : Optional.empty()));
        }
        return new Formula(items, text(verdict, items));
    }

    private static String text(Verdict verdict, List<Item> items) {
        String above = sum(items, true);
        if (verdict.unit().equals("tce")) {
            above = "(" + above + ") ÷ 1000";
        }
        String below = sum(items, false);
        if (below.isEmpty()) {
            return above + " = " + number(verdict.numerator()) + ' ' + verdict.unit();
        }
        String divisor = verdict.unit().equals("1") ? "(" + below + ")" : "((" + below + ") ÷ 1000)";
        return "(" + above + ") ÷ " + divisor + " = " + number(verdict.numerator()) + " ÷ "
                + number(verdict.denominator()) + " = " + number(verdict.value())
                + (verdict.unit().equals("1") ? "" : ' ' + verdict.unit());
    }

    private static String sum(List<Item> items, boolean above) {
        return items.stream()
                .filter(item -> item.part().above() == above && item.part().counted())
                .map(Item::text)
                .collect(Collectors.joining(" "));
    }

    private static String number(Optional<BigDecimal> decimal) {
        return decimal.map(Formula::plain).orElse("?");
    }

    private static String plain(BigDecimal decimal) {
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
}
