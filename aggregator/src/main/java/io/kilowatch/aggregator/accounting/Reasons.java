package io.kilowatch.aggregator.accounting;

import io.kilowatch.domain.CarrierFactor;
import io.kilowatch.domain.Declared.SteamState;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.QuotaRule;
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

    static Reason calorificValueNeeded(CarrierFactor row) {
        String range = row.least().map(BigDecimal::toPlainString).orElse("?") + "–"
                + row.most().map(BigDecimal::toPlainString).orElse("?");
        return of(
                "calorific-value-needed",
                row.carrier() + " 的折标准煤系数为范围（" + row.standard() + "：" + range + "），须登记实测低位发热量",
                row.standard() + " gives only a range for " + row.carrier() + " (" + range
                        + "); register its measured calorific value");
    }

    static Reason steamStateNeeded(String meter, Object day) {
        return of(
                "steam-state-needed",
                "计量器具 " + meter + " 在 " + day + " 没有登记蒸汽的压力和温度",
                "no pressure and temperature of the steam that " + meter + " counts are registered for " + day);
    }

    static Reason noSteam(SteamState state) {
        String at =
                state.megapascals().toPlainString() + " MPa, " + state.celsius().toPlainString() + " °C";
        return of("no-steam", "超出 IAPWS-IF97 的适用范围：" + at, "outside the range of IAPWS-IF97: " + at);
    }

    static Reason missingInput(String input, Object day) {
        return of(
                "missing-input",
                "缺少 " + day + " 的修正参数：" + input,
                "the input " + input + " is missing for " + day + "; register it with the account");
    }

    static Reason exempt(QuotaRule rule) {
        return of(
                "exempt",
                rule.standard() + " 不适用：" + rule.text().zh(),
                rule.standard() + " does not apply: " + rule.text().en());
    }

    static Reason cannotCompute(QuotaRule rule, String fault) {
        return of(
                "correction-fault",
                rule.standard() + " 的修正无法计算：" + fault,
                "the correction of " + rule.standard() + " cannot be computed: " + fault);
    }

    static Reason noConversion(String conversion, Object day) {
        return of(
                "no-conversion",
                day + " 没有可用的产量折算：" + conversion,
                "the conversion of output " + conversion + " cannot be computed on " + day);
    }

    private static Reason of(String code, String zh, String en) {
        return new Reason(code, new Name(zh, en));
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }
}
