package io.kilowatch.aggregator.outlook;

import io.kilowatch.domain.Name;
import java.util.Locale;

/** How a forecast is made. */
public enum Method {
    /** Last year's course, scaled to the level of this year. */
    SEASONAL(
            new Name("季节性朴素法", "seasonal naive"),
            new Name(
                    "剩余各日取上年同日的值，再乘以本年与上年在双方均有数据的日期上的累计之比",
                    "each day to come is the same day of last year, times this year's sum over last year's on the days "
                            + "that are known of both")),
    /** Every day to come as the latest known days were on average. */
    DAILY_MEAN(
            new Name("近期日均法", "recent daily mean"),
            new Name("剩余各日均取最近有数据各日的平均值", "each day to come is the mean of the latest known days"));

    private final Name label;
    private final Name explanation;
    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    Method(Name label, Name explanation) {
        this.label = label;
        this.explanation = explanation;
    }

    /** Its names. */
    public Name label() {
        return label;
    }

    /** What it does, in one sentence. */
    public Name explanation() {
        return explanation;
    }

    /** The word in payloads. */
    public String word() {
        return word;
    }
}
