package io.kilowatch.aggregator.accounting;

import io.kilowatch.domain.Name;
import io.kilowatch.domain.Reason;
import java.math.BigDecimal;
import java.util.List;

/** Why an indicator cannot be judged, in both languages. */
final class Reasons {
    private Reasons() {}

    static Reason incomplete(BigDecimal completeness, BigDecimal threshold) {
        String found = percent(completeness);
        String needed = percent(threshold);
        return of(
                "incomplete",
                "数据完整率 " + found + "，低于 " + needed,
                "only " + found + " of the data due is there; " + needed + " is needed");
    }

    static Reason awaitingReadings(List<String> meters) {
        String names = String.join(", ", meters);
        return of("awaiting-readings", "等待计量器具数据：" + names, "waiting for readings of " + names);
    }

    static Reason noOutput() {
        return of("no-output", "统计期内无产量", "there was no output in the period");
    }

    static Reason noItEnergy() {
        return of("no-it-energy", "统计期内无 IT 设备用电", "there was no IT energy in the period");
    }

    static Reason belowOne() {
        return of("pue-below-one", "PUE 小于 1，计量有误", "PUE below 1 is impossible; the metering is at fault");
    }

    static Reason noQuota(String quota, Object day) {
        return of("no-quota-in-force", day + " 没有有效的限额：" + quota, "no edition of " + quota + " was in force on " + day);
    }

    static Reason noLevel(String standard, int level) {
        return of("no-limit", standard + " 没有 " + level + " 级限额", standard + " has no figure for level " + level);
    }

    static Reason noFactor(String carrier, Object day) {
        return of(
                "no-factor",
                day + " 没有有效的折标准煤系数：" + carrier,
                "no coal-equivalent factor of " + carrier + " was in force on " + day);
    }

    private static Reason of(String code, String zh, String en) {
        return new Reason(code, new Name(zh, en));
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }
}
