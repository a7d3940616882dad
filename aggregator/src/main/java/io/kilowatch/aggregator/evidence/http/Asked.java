package io.kilowatch.aggregator.evidence.http;

import io.kilowatch.aggregator.evidence.Figure;
import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.platform.http.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads what is asked for; everything else is refused with a sentence that says what is allowed. */
public final class Asked {
    private static final int LONGEST_INDICATOR = 128;

    private Asked() {}

    /** The figure of four texts. */
    public static Figure figure(String code, String indicator, String kind, String start) {
        if (indicator.isBlank() || indicator.length() > LONGEST_INDICATOR) {
            throw Refusal.badRequest("指标代码为空或过长", "the indicator's id is empty or too long");
        }
        PeriodKind period = kind(kind);
        try {
            LocalDate day = LocalDate.parse(start);
            if (day.getYear() < 1970 || day.getYear() > 9999) {
                throw new DateTimeException("out of range");
            }
            return new Figure(code(code), indicator, new Period(period, day));
        } catch (DateTimeException e) {
            throw Refusal.badRequest(
                    "\"" + start + "\" 不是日期；请给出如 2026-08-01 的日期",
                    "\"" + start + "\" is no date; give one such as 2026-08-01");
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest(
                    "统计期应从其第一天算起，如 " + period.containing(LocalDate.parse(start)).start(),
                    "a " + kind + " is named by its first day, here "
                            + period.containing(LocalDate.parse(start)).start());
        }
    }

    /** A credit code. */
    public static String code(String code) {
        if (!EnterpriseCode.isValid(code)) {
            throw Refusal.badRequest(
                    "\"" + code + "\" 不是统一社会信用代码（18 位，GB 32100-2015）",
                    "\"" + code + "\" is no unified social credit code (18 characters, GB 32100-2015)");
        }
        return code;
    }

    static PeriodKind kind(String kind) {
        try {
            return PeriodKind.parse(kind);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest(
                    "\"" + kind + "\" 不是统计期种类；请用 day、month 或 year",
                    "\"" + kind + "\" is no kind of period; give day, month or year");
        }
    }
}
