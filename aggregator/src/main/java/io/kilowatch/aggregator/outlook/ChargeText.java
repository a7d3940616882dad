package io.kilowatch.aggregator.outlook;

import io.kilowatch.domain.Name;
import io.kilowatch.domain.PriceTier;
import java.math.BigDecimal;
import java.util.Optional;

/** What a charge says of itself, in both languages. */
final class ChargeText {
    private ChargeText() {}

    static Name of(Charge charge) {
        PriceTier tier = charge.tier();
        return new Name(
                tier.name().zh() + "（" + tier.document() + "）" + tier.tier().zh() + why(charge, true)
                        + adder(charge, true)
                        + (charge.paysWithinLimit() ? "。虽符合能耗限额，仍须加价" : "")
                        + (tier.verified() ? "" : "。该条未核对原文"),
                tier.name().en() + " (" + tier.document() + "), " + tier.tier().en() + why(charge, false)
                        + adder(charge, false)
                        + (charge.paysWithinLimit() ? ". The quota is met and yet the adder is due" : "")
                        + (tier.verified() ? "" : ". The row was not checked against the text"));
    }

    private static String why(Charge charge, boolean chinese) {
        if (charge.tier().kind() == PriceTier.Kind.LIST) {
            return "";
        }
        if (charge.value().isEmpty()) {
            return chinese ? "：指标值未知" : ": the indicator's value is not known";
        }
        String value = Decimals.text(charge.value().get());
        String threshold = text(charge.tier().threshold());
        Optional<String> steps = charge.steps().map(Decimals::text);
        String step = text(charge.tier().step());
        return chinese
                ? "：指标 " + value + "，分档标准 " + threshold
                        + steps.map(count -> "，每 " + step + " 一档，计 " + count + " 档")
                                .orElse("")
                : ": " + value + " against a threshold of " + threshold
                        + steps.map(count -> ", " + count + " steps of " + step + " each")
                                .orElse("");
    }

    private static String adder(Charge charge, boolean chinese) {
        if (charge.adder().isEmpty()) {
            return chinese ? "，加价标准未知" : "; what is added is not known";
        }
        String yuan = Decimals.text(charge.adder().get());
        Optional<String> cost = charge.cost().map(Decimals::text);
        String electricity = text(charge.kilowattHours());
        return chinese
                ? "，每千瓦时加价 " + yuan + " 元"
                        + cost.map(sum -> "，电量 " + electricity + " kWh，计 " + sum + " 元")
                                .orElse("")
                : "; " + yuan + " yuan/kWh are added"
                        + cost.map(sum -> ", for " + electricity + " kWh " + sum + " yuan")
                                .orElse("");
    }

    private static String text(Optional<BigDecimal> figure) {
        return figure.map(Decimals::text).orElse("?");
    }
}
