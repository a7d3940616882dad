package io.kilowatch.ingest.payload;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.DataCode;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import io.kilowatch.domain.StatType;
import io.kilowatch.ingest.reading.DeviceTime;
import io.kilowatch.ingest.reading.Draft;
import io.kilowatch.ingest.reading.Examination;
import io.kilowatch.ingest.reading.RefusalCode;
import io.kilowatch.registry.reference.UploadCodes;
import io.kilowatch.registry.reference.UploadCodes.Kind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Turns national records into readings of registered meters; what cannot be turned is refused by name. */
final class RecordTranslation {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
    private static final int LONGEST_TIME = 19;

    private final BusinessCalendar calendar;

    RecordTranslation(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    /** The milliseconds of {@code yyyy-MM-dd HH:mm:ss}; empty if it is none from 2000 to 2199. */
    OptionalLong time(@Nullable String text) {
        if (text == null || text.length() > LONGEST_TIME) {
            return OptionalLong.empty();
        }
        try {
            long millis = calendar.instant(LocalDateTime.parse(text, TIME));
            return millis >= DeviceTime.FIRST && millis < DeviceTime.END
                    ? OptionalLong.of(millis)
                    : OptionalLong.empty();
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    void examine(NationalRecord upload, Examination examination) {
        String text = Objects.requireNonNullElse(upload.dataCode(), "");
        Optional<DataCode> code = DataCode.parse(text);
        if (code.isEmpty()) {
            examination.refuse(
                    text,
                    RefusalCode.BAD_CODE,
                    new Name("采集数据编码应为 16 位数字", "a data code has sixteen digits, such as 00-00-0000-023300-11"));
        } else if (!fits(code.get(), upload.scope())) {
            examination.refuse(
                    text,
                    RefusalCode.BAD_CODE,
                    new Name(
                            "编码与范围 scope 不符：范围 1 的前 8 位为 0，2 的第 3–8 位为 0，3 的第 5–8 位为 0",
                            "the code does not fit its scope: of scope 1 digits 1 to 8 are 0, of 2 digits 3 to 8, of 3"
                                    + " digits 5 to 8"));
        } else {
            valid(upload, code.get(), examination);
        }
    }

    private static boolean fits(DataCode code, @Nullable String scope) {
        return scope != null && scope.length() == 1 && code.isOf(scope.charAt(0) - '0');
    }

    private void valid(NationalRecord upload, DataCode code, Examination examination) {
        var flag = examination.catalogue().upload(examination.device()).valid();
        Optional<Boolean> valid = upload.valid() == null ? Optional.of(true) : flag.marks(upload.valid());
        if (valid.isEmpty()) {
            examination.refuse(
                    code.toString(),
                    RefusalCode.WRONG_KIND,
                    new Name("valid 应为 true、false、0 或 1", "valid is true, false, 0 or 1"));
        } else if (!valid.get()) {
            examination.refuse(
                    code.toString(),
                    RefusalCode.MARKED_INVALID,
                    new Name(
                            "该条被标记为无效；若含义相反，请在登记文件的 upload.valid 中写明",
                            "the record is marked as not valid; if the flag means the opposite, say so in upload.valid of"
                                    + " the registry document"));
        } else {
            meter(upload, code, examination);
        }
    }

    private void meter(NationalRecord upload, DataCode code, Examination examination) {
        List<Meter> coded = examination.catalogue().coded(examination.device(), code);
        if (coded.isEmpty()) {
            examination.refuse(
                    code.toString(),
                    RefusalCode.UNKNOWN_METER,
                    new Name(
                            "本设备没有登记采集数据编码为 " + code + " 的计量器具（dataCode）",
                            "no meter of this device is registered with the dataCode " + code));
            return;
        }
        Optional<StatType> type = upload.statType() == null ? Optional.empty() : StatType.parse(upload.statType());
        Optional<Meter> meter = coded.stream()
                .filter(one -> type.equals(Optional.of(StatType.of(one.interval()))))
                .findFirst();
        if (meter.isEmpty()) {
            String registered = coded.stream()
                    .map(one -> one.id() + ": " + StatType.of(one.interval()).number())
                    .toList()
                    .toString();
            examination.refuse(
                    code.toString(),
                    RefusalCode.WRONG_PERIOD,
                    new Name(
                            "采集频率 statType 与登记的不符，登记为 " + registered,
                            "statType is not that of a registered meter: " + registered));
            return;
        }
        reading(upload, meter.get(), examination);
    }

    private void reading(NationalRecord upload, Meter meter, Examination examination) {
        String type = Objects.requireNonNullElse(upload.inputType(), "");
        Optional<ReadingSource> source =
                UploadCodes.standard().find(Kind.INPUT_TYPE, type).flatMap(UploadCodes.Row::readingSource);
        OptionalLong at = time(upload.statDate());
        if (source.isEmpty()) {
            examination.refuse(
                    meter.id(),
                    RefusalCode.WRONG_KIND,
                    new Name("数据采集来源 inputType 应为 1 至 7", "inputType is a number from 1 to 7"));
        } else if (at.isEmpty()) {
            examination.refuse(
                    meter.id(),
                    RefusalCode.BAD_TIME,
                    new Name(
                            "statDate 应为统计期开始时间，形如 2026-11-22 10:15:00",
                            "statDate is the start of the period, such as 2026-11-22 10:15:00"));
        } else {
            examination.next(new Draft(
                    meter.id(),
                    Instant.ofEpochMilli(at.getAsLong()).toString(),
                    ReadingKind.AMOUNT,
                    false,
                    upload.dataValue(),
                    source.get().word()));
        }
    }
}
