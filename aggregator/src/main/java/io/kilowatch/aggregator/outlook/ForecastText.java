package io.kilowatch.aggregator.outlook;

import io.kilowatch.domain.Name;
import io.kilowatch.domain.Reason;

/** What a forecast says of itself, in both languages. */
final class ForecastText {
    private ForecastText() {}

    static Reason tooFewDays(int known, ForecastTerms terms) {
        return new Reason(
                "too-few-days",
                new Name(
                        "最近 " + terms.reach() + " 天内有数据的仅 " + known + " 天，至少需要 " + terms.least() + " 天，不作预测",
                        "only " + known + " of the last " + terms.reach() + " days are known; a forecast needs "
                                + terms.least()));
    }

    static Reason nothingBelow() {
        return new Reason("no-output", new Name("全年无产量，无法计算单耗", "there is no output in the year to divide by"));
    }

    static Name of(Forecast.Made made) {
        Course.Days days = made.course().count();
        return new Name(
                "方法：" + made.method().label().zh() + "，"
                        + made.method().explanation().zh() + "。已有数据 " + days.known()
                        + " 天，按已知日均值补缺 " + days.filled() + " 天，待预测 " + days.remaining() + " 天。"
                        + rangeZh(made),
                "Method: " + made.method().label().en() + "; "
                        + made.method().explanation().en() + ". " + days.known() + " days known, " + days.filled()
                        + " filled by the mean of those, " + days.remaining() + " to come. " + rangeEn(made));
    }

    private static String rangeZh(Forecast.Made made) {
        String scatter = "日值离散程度（" + Decimals.text(made.scatter()) + "）";
        if (made.backtests().isEmpty()) {
            return "尚无可回测的月份，区间仅按" + scatter + "给出，可能偏窄。";
        }
        return "区间取 " + made.backtests().size() + " 次月末回测的最大相对误差 " + Decimals.percent(made.error()) + "，且不小于" + scatter
                + "。";
    }

    private static String rangeEn(Forecast.Made made) {
        String scatter = "the scatter of single days (" + Decimals.text(made.scatter()) + ")";
        if (made.backtests().isEmpty()) {
            return "No past month's end could be checked yet; the range is that of " + scatter
                    + " alone and may be too narrow.";
        }
        return "The range is the largest error of the same method at "
                + made.backtests().size() + " past month's ends, " + Decimals.percent(made.error()) + ", and at least "
                + scatter + ".";
    }
}
