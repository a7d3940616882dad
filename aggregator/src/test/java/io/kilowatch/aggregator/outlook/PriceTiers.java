package io.kilowatch.aggregator.outlook;

import io.kilowatch.domain.Declared.Tariff.Category;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.PriceTier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Builds rows of price policies. */
final class PriceTiers {
    private static final Name STEEL = new Name("钢铁差别电价", "differential price");
    private static final Name ALUMINIUM = new Name("电解铝阶梯电价", "tiered price");

    private final PriceTier.Kind kind;
    private Optional<String> quota = Optional.empty();
    private Optional<Category> category = Optional.empty();
    private String region = "";
    private String industry = "";
    private Optional<BigDecimal> threshold = Optional.empty();
    private Optional<BigDecimal> step = Optional.empty();
    private Optional<BigDecimal> adder = Optional.empty();
    private LocalDate from = LocalDate.of(2022, 1, 1);
    private Optional<LocalDate> until = Optional.empty();
    private boolean verified = true;

    private PriceTiers(PriceTier.Kind kind) {
        this.kind = kind;
    }

    static PriceTiers row(PriceTier.Kind kind) {
        return new PriceTiers(kind);
    }

    static PriceTier steps(String quota, String threshold, String from, String until) {
        PriceTiers row = row(PriceTier.Kind.STEPS)
                .quota(quota)
                .threshold(threshold)
                .step("20")
                .adder("0.01")
                .from(from);
        return (until.isEmpty() ? row : row.until(until)).build();
    }

    static PriceTiers listed(Category list, String adder) {
        PriceTiers row = row(PriceTier.Kind.LIST).adder(adder);
        row.category = Optional.of(list);
        return row;
    }

    PriceTiers quota(String id) {
        quota = Optional.of(id);
        return this;
    }

    PriceTiers region(String prefix) {
        region = prefix;
        return this;
    }

    PriceTiers industry(String codes) {
        industry = codes;
        return this;
    }

    PriceTiers threshold(String figure) {
        threshold = Optional.of(new BigDecimal(figure));
        return this;
    }

    PriceTiers step(String figure) {
        step = Optional.of(new BigDecimal(figure));
        return this;
    }

    PriceTiers adder(String yuan) {
        adder = Optional.of(new BigDecimal(yuan));
        return this;
    }

    PriceTiers from(String day) {
        from = LocalDate.parse(day);
        return this;
    }

    PriceTiers until(String day) {
        until = Optional.of(LocalDate.parse(day));
        return this;
    }

    PriceTiers unverified() {
        verified = false;
        return this;
    }

    PriceTier build() {
        boolean list = kind == PriceTier.Kind.LIST;
        return new PriceTier(
                list ? "steel" : "aluminium",
                list ? STEEL : ALUMINIUM,
                list ? "发改价格〔2016〕2803号" : "发改价格〔2021〕1239号",
                kind,
                quota,
                category,
                region,
                industry,
                list ? new Name("名单", "list") : new Name("超档", "above"),
                threshold,
                step,
                adder,
                from,
                until,
                verified,
                "test");
    }
}
