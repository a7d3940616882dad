package io.kilowatch.aggregator.evidence;

import io.kilowatch.aggregator.accounting.CoalFactor;
import io.kilowatch.aggregator.accounting.FacilityEnergy;
import io.kilowatch.aggregator.accounting.OutputFactor;
import io.kilowatch.domain.CarrierFactor;
import io.kilowatch.domain.IndicatorUnit;
import io.kilowatch.domain.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A formula in one line. */
public final class FormulaText {
    private FormulaText() {}

    static String of(Verdict verdict, List<Formula.Part> parts, Optional<Declaration> declaration) {
        if (declaration.orElse(null) instanceof Declaration.Electricity electricity) {
            return join(electricity.kinds(), " + ", one -> plain(one.kilowattHours())) + " = "
                    + number(verdict.numerator()) + ' ' + verdict.unit();
        }
        boolean one = parts.size() == 1;
        String above = one ? above(verdict, parts.get(0)) : "(" + numbers(parts, Formula.Part::numerator) + ')';
        above += takenOff(parts, declaration);
        Optional<String> below = below(verdict, parts, declaration);
        if (below.isEmpty()) {
            return above + " = " + number(verdict.numerator()) + ' ' + verdict.unit();
        }
        return above + " ÷ " + below.get() + " = " + number(verdict.numerator()) + " ÷ "
                + number(verdict.denominator()) + " = " + number(verdict.value())
                + (verdict.unit().equals("1") ? "" : ' ' + verdict.unit());
    }

    private static Optional<String> below(
            Verdict verdict, List<Formula.Part> parts, Optional<Declaration> declaration) {
        if (declaration.orElse(null) instanceof Declaration.Value value) {
            return Optional.of("(" + join(value.months(), " + ", month -> plain(value.of(month))) + ')');
        }
        if (parts.get(0).below().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                parts.size() == 1
                        ? below(verdict, parts.get(0))
                        : "(" + numbers(parts, Formula.Part::denominator) + ')');
    }

    /** One part of several: what stands above the line and what below. */
    public static String of(Verdict verdict, Formula.Part part) {
        String above = above(verdict, part) + " = " + number(part.numerator());
        return part.below().isEmpty()
                ? above
                : above + "; " + below(verdict, part) + " = " + number(part.denominator());
    }

    private static String above(Verdict verdict, Formula.Part part) {
        if (part.facility().isPresent() && part.above().size() > 0) {
            return facility(part, part.facility().get());
        }
        String sum = "(" + items(part.above()) + ')';
        boolean inTonnes = part.below().isEmpty() && verdict.unit().startsWith("tce");
        return inTonnes ? sum + " ÷ 1000" : part.below().isEmpty() ? items(part.above()) : sum;
    }

    private static String facility(Formula.Part part, FacilityEnergy energy) {
        List<Formula.Item> fuels = part.above().stream()
                .filter(item -> item.factor() instanceof Formula.Factor.Coal)
                .toList();
        List<Formula.Item> heat =
                part.above().stream().filter(item -> item.unit().equals("MJ")).toList();
        List<Formula.Item> electricity = part.above().stream()
                .filter(item -> !fuels.contains(item) && !heat.contains(item))
                .toList();
        StringBuilder text = new StringBuilder("(" + items(electricity));
        if (!heat.isEmpty()) {
            text.append(" + (").append(items(heat)).append(") ÷ 3.6");
        }
        if (!fuels.isEmpty()) {
            text.append(" + (")
                    .append(items(fuels))
                    .append(") × ")
                    .append(plain(energy.kilojoules()))
                    .append(" ÷ 3600");
        }
        return text.append(')').toString();
    }

    private static String below(Verdict verdict, Formula.Part part) {
        String sum = "(" + items(part.below()) + ')';
        return IndicatorUnit.parse(verdict.unit())
                .map(unit -> {
                    String divided =
                            unit.baseUnits().compareTo(BigDecimal.ONE) == 0 ? "" : " ÷ " + plain(unit.baseUnits());
                    String scaled = unit.scale().compareTo(BigDecimal.ONE) == 0 ? "" : " × " + plain(unit.scale());
                    return divided.isEmpty() && scaled.isEmpty() ? sum : '(' + sum + divided + scaled + ')';
                })
                .orElse(sum);
    }

    private static String takenOff(List<Formula.Part> parts, Optional<Declaration> declaration) {
        if (!(declaration.orElse(null) instanceof Declaration.TakenOff off)) {
            return "";
        }
        String feedstock = off.rule().feedstock()
                ? " - ("
                        + items(parts.stream()
                                .flatMap(part -> part.above().stream())
                                .filter(item -> item.part().term().feedstock())
                                .toList())
                        + ") ÷ 1000"
                : "";
        String electricity = off.factor()
                .flatMap(CarrierFactor::kgcePerUnit)
                .map(factor ->
                        " - " + plain(off.nonFossil().deducted()) + " kWh × " + plain(factor) + " kgce/kWh ÷ 1000")
                .orElse("");
        return feedstock + electricity;
    }

    private static String items(List<Formula.Item> items) {
        return items.isEmpty() ? "0" : join(items, " ", item -> item(item, items));
    }

    private static String item(Formula.Item item, List<Formula.Item> all) {
        boolean several =
                all.stream().filter(other -> other.part().equals(item.part())).count() > 1;
        String days = several
                ? " [" + item.days().from() + " – " + item.days().until().minusDays(1) + ']'
                : "";
        return (item.part().term().deducted() ? "- " : "+ ")
                + item.part().term().meter()
                + days
                + ' '
                + plain(item.amount())
                + ' '
                + item.unit()
                + times(item);
    }

    private static String times(Formula.Item item) {
        if (item.factor() instanceof Formula.Factor.Coal coal) {
            return " × "
                    + (coal.factor() instanceof CoalFactor.Known known
                            ? known.kgce().toPlainString()
                            : "?")
                    + " kgce/" + item.unit();
        }
        if (item.factor() instanceof Formula.Factor.Output output) {
            return " × " + (output.factor() instanceof OutputFactor.Known known ? plain(known.figure()) : "?");
        }
        return "";
    }

    private static String numbers(List<Formula.Part> parts, Function<Formula.Part, Optional<BigDecimal>> number) {
        return join(parts, " + ", part -> number(number.apply(part)));
    }

    private static <T> String join(List<T> things, String with, Function<T, String> text) {
        return things.stream().map(text).collect(Collectors.joining(with));
    }

    private static String number(Optional<BigDecimal> decimal) {
        return decimal.map(FormulaText::plain).orElse("?");
    }

    private static String plain(BigDecimal decimal) {
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
}
