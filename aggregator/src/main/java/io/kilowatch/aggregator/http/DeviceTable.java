package io.kilowatch.aggregator.http;

import io.kilowatch.aggregator.devices.DeviceHealth;
import io.kilowatch.aggregator.devices.DeviceHealth.Link;
import io.kilowatch.aggregator.devices.DeviceHour;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.platform.table.Cell;
import io.kilowatch.platform.table.Column;
import io.kilowatch.platform.table.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Devices as a table.
 *
 * @param whose the enterprises by credit code
 * @param shape how times are told
 */
record DeviceTable(Map<String, Enterprise> whose, DeviceShape shape) {
    private static final List<Column> COLUMNS = List.of(
            Column.of("统一社会信用代码", "credit code", 22),
            Column.of("用能单位", "enterprise", 32),
            Column.of("端设备", "device", 18),
            Column.of("状态", "status", 10),
            Column.of("关注", "concerns", 18),
            Column.of("最近出现", "last seen", 24),
            Column.of("最近消息", "last message", 24),
            Column.of("最新读数", "newest reading", 24),
            Column.of("迟到（秒）", "lateness, s", 12),
            Column.of("时钟偏差（秒）", "clock offset, s", 14),
            Column.of("协议", "protocol", 12),
            Column.of("地址", "address", 18),
            Column.of("24 小时消息", "messages in 24 h", 12),
            Column.of("24 小时接收", "accepted in 24 h", 12),
            Column.of("24 小时拒收", "refused in 24 h", 12));

    private static final List<Column> HOURS = List.of(
            Column.of("小时", "hour", 24),
            Column.of("消息", "messages", 10),
            Column.of("字节", "bytes", 12),
            Column.of("接收", "accepted", 10),
            Column.of("拒收", "refused", 10),
            Column.of("拒收原因", "refused by reason", 36),
            Column.of("登录被拒", "sign-ins refused", 10),
            Column.of("迟到（秒）", "lateness, s", 12),
            Column.of("时钟偏差（秒）", "clock offset, s", 14));

    Table of(List<DeviceHealth> all) {
        return Table.of("devices", COLUMNS, all.stream().map(this::row).toList());
    }

    private List<Cell> row(DeviceHealth one) {
        Enterprise enterprise = whose.get(one.device().enterprise());
        return Cell.row(
                one.device().enterprise(),
                enterprise == null ? "" : enterprise.name().zh(),
                one.device().device(),
                one.status().word(),
                String.join(", ", DeviceShape.concerns(one)),
                shape.time(one.seenAt()),
                shape.time(one.messageAt()),
                shape.time(one.readingAt()),
                seconds(one.lateness()),
                seconds(one.medianOffset()),
                one.link().map(Link::protocol),
                one.link().map(Link::address),
                one.day().messages(),
                one.day().accepted(),
                one.day().refused());
    }

    static Table hours(List<DeviceHour> hours, DeviceShape shape) {
        return Table.of(
                "hours",
                HOURS,
                hours.stream()
                        .map(hour -> Cell.row(
                                shape.time(hour.at()),
                                hour.messages(),
                                hour.bytes(),
                                hour.accepted(),
                                hour.refused(),
                                new TreeMap<>(hour.refusals()).toString().replaceAll("[{}]", ""),
                                hour.loginsRefused(),
                                seconds(hour.lateness()),
                                seconds(hour.medianOffset())))
                        .toList());
    }

    private static @Nullable BigDecimal seconds(OptionalLong millis) {
        return millis.isPresent() ? BigDecimal.valueOf(millis.getAsLong(), 3) : null;
    }
}
