package io.kilowatch.aggregator.evidence.http;

import io.kilowatch.aggregator.evidence.Figure;
import io.kilowatch.aggregator.store.IndicatorListStore.Place;
import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;

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

    static String code(String code) {
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

    static int limit(String text, int most) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= most) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw limitRefused(text, most);
        }
        throw limitRefused(text, most);
    }

    private static Refusal limitRefused(String text, int most) {
        return Refusal.badRequest(
                "limit 为 \"" + text + "\"；请给出 1 至 " + most + " 的整数",
                "limit is \"" + text + "\"; give a whole number from 1 to " + most);
    }

    static String cursor(Place place) {
        String text = place.period() + "|" + place.indicator();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Place place(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int bar = text.indexOf('|');
            return new Place(text.substring(bar + 1), Period.parse(text.substring(0, bar)));
        } catch (RuntimeException e) {
            throw Refusal.badRequest(
                    "cursor 无法识别；请原样使用上一次应答中的 next",
                    "the cursor cannot be read; give the \"next\" of an earlier answer as it was");
        }
    }
}
