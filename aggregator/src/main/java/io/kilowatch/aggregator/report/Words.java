package io.kilowatch.aggregator.report;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Phrases that reports share. */
final class Words {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private Words() {}

    static String month(YearMonth month) {
        return month.getYear() + "年" + month.getMonthValue() + "月";
    }

    static String period(Period period) {
        LocalDate start = period.start();
        return switch (period.kind()) {
            case DAY -> start.toString();
            case MONTH -> month(YearMonth.from(start));
            case YEAR -> start.getYear() + "年";
        };
    }

    /** What has to be said of every report's figures. */
    static List<String> notes(Collection<Verdict> verdicts, BusinessCalendar calendar) {
        return List.of(
                "数据截至 " + newest(verdicts, Verdict::asOf, calendar) + "，计算于 "
                        + newest(verdicts, Verdict::computedAt, calendar) + "（"
                        + calendar.zone().getId() + "）。",
                "电子版中带下划点线的数字可点击，查看其依据：原始读数、合计、系数、算式、限额及更正；依据文件可脱机核验。",
                "标准编号或系数后带“＊”的，其数值系转录，尚未与原文核对，作出处理决定前应当核对原文。系数单位为 kgce 每 kWh、kg、m³ 或 MJ；标准只给范围的，按实测低位发热量折算。",
                "综合能耗按 GB/T 2589 计算，当量值与等价值分别列示，不得相加；燃料有实测低位发热量的以实测值为准，故分品种按默认系数折算之和可能与合计有差额。",
                "“待填”为系统无从得知、须由填报单位填写的内容；“—”表示无此项数据。");
    }

    private static String newest(
            Collection<Verdict> verdicts, Function<Verdict, Instant> time, BusinessCalendar calendar) {
        return verdicts.stream()
                .map(time)
                .max(Comparator.naturalOrder())
                .map(instant -> TIME.format(instant.atZone(calendar.zone())))
                .orElse("（无数据）");
    }
}
