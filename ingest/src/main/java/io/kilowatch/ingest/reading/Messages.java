package io.kilowatch.ingest.reading;

import io.kilowatch.domain.Micros;
import io.kilowatch.domain.Name;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The sentences of refusals, in both languages. */
final class Messages {
    private Messages() {}

    static Name unknownMeter(String meter) {
        if (meter.isEmpty()) {
            return new Name("该条未写明计量器具（meter）", "the reading names no meter");
        }
        String cut = Refusal.cut(meter);
        return new Name("本单位未登记计量器具 " + cut, "no meter " + cut + " is registered for this enterprise");
    }

    static Name notYourMeter(String meter) {
        return new Name("计量器具 " + meter + " 由另一端设备采集", "meter " + meter + " is read by another device");
    }

    static Name badTime(@Nullable String at) {
        if (at == null) {
            return new Name("该条没有时间（at）", "the reading has no time (at)");
        }
        String cut = Refusal.cut(at);
        return new Name(
                "“" + cut + "”不是带时区偏移的 ISO 8601 时间（2000 年以后），例如 2026-11-22T10:15:00+08:00",
                '"' + cut + "\" is no ISO 8601 time with offset from 2000 on, such as 2026-11-22T10:15:00+08:00");
    }

    static Name future(Instant latest) {
        return new Name("时间晚于 " + latest + "，请校准设备时钟", "the time is after " + latest + "; set the device's clock");
    }

    static Name wrongKind(KnownMeter meter, Draft draft) {
        String wanted = meter.kind().word();
        if (draft.several() || draft.kind() == null) {
            return new Name(
                    "register、amount、power 只能有一个，该计量器具为 " + wanted,
                    "give one of register, amount and power; this meter gives " + wanted);
        }
        String given = draft.kind().word();
        return new Name("该计量器具上报 " + wanted + "，而非 " + given, "this meter gives " + wanted + ", not " + given);
    }

    static Name unknownSource() {
        return new Name(
                "source 只能是 measured、estimated、manual、supplier",
                "source is one of measured, estimated, manual, supplier");
    }

    static Name noNumber(KnownMeter meter) {
        String wanted = meter.kind().word();
        return new Name("该条没有数值（" + wanted + "）", "the reading has no number (" + wanted + ")");
    }

    static Name badNumber(String text) {
        String cut = Refusal.cut(text);
        return new Name("“" + cut + "”不是十进制数", '"' + cut + "\" is no decimal number");
    }

    static Name outOfRange(KnownMeter meter) {
        String least = Micros.toText(meter.least());
        String most = Micros.toText(meter.most());
        return new Name(
                "数值超出该计量器具的范围 " + least + " 至 " + most,
                "the value is out of this meter's range, " + least + " to " + most);
    }
}
