package io.kilowatch.ingest.payload;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Name;
import io.kilowatch.ingest.reading.Decoded;
import io.kilowatch.ingest.reading.Examination;
import io.kilowatch.ingest.reading.Refusal;
import io.kilowatch.ingest.reading.RefusalCode;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Reads the upload record of the national system for online monitoring of key energy users, plain or compressed with gzip.
 *
 * <p>{@code {"deviceId":…,"enterpriseCode":…,"data":[{"dataCode":…,"dataValue":…,"inputType":…,"statType":…,
 * "statDate":…,"uploadDate":…,"scope":…,"valid":…}]}}; each record is accepted or refused by itself.
 */
public final class NationalDecoder implements PayloadDecoder {
    private static final List<String> FIELDS = List.of("deviceId", "enterpriseCode", "data");

    private final int maxBytes;
    private final RecordTranslation translation;

    /**
     * A decoder.
     *
     * @param maxBytes the most that a payload may have, compressed or not
     * @param calendar what its times, which have no zone, are of
     */
    public NationalDecoder(int maxBytes, BusinessCalendar calendar) {
        this.maxBytes = maxBytes;
        this.translation = new RecordTranslation(calendar);
    }

    @Override
    public Decoded decode(byte[] payload, Examination examination) {
        return JsonPayload.read(payload, maxBytes, json -> upload(json, examination));
    }

    private Decoded upload(JsonParser json, Examination examination) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return JsonPayload.malformed("上传数据应为 JSON 对象", "an upload is a JSON object");
        }
        OptionalLong sentAt = OptionalLong.empty();
        boolean data = false;
        OnceOnly fields = new OnceOnly(FIELDS);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            fields.pass(field);
            JsonToken value = json.nextToken();
            if (field.equals("enterpriseCode")) {
                String code = Objects.requireNonNullElse(NationalRecord.text(json, value), "");
                if (!code.equals(examination.catalogue().enterprise())) {
                    return notYours(code);
                }
            } else if (field.equals("data")) {
                if (value != JsonToken.START_ARRAY) {
                    return JsonPayload.malformed("data 应为 JSON 数组", "data is a JSON array");
                }
                data = true;
                sentAt = records(json, examination);
            } else {
                json.skipChildren();
            }
        }
        if (!data) {
            return JsonPayload.malformed("上传数据没有 data", "the upload has no data");
        }
        return json.nextToken() == null
                ? examination.end("", sentAt)
                : JsonPayload.malformed("上传数据之后还有内容", "there is something after the upload");
    }

    /** The newest time of sending that a record names. */
    private OptionalLong records(JsonParser json, Examination examination) throws IOException {
        long newest = Long.MIN_VALUE;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                NationalRecord one = NationalRecord.read(json);
                newest = Math.max(newest, translation.time(one.uploadDate()).orElse(Long.MIN_VALUE));
                translation.examine(one, examination);
            } else {
                json.skipChildren();
                translation.examine(NationalRecord.EMPTY, examination);
            }
        }
        return newest == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(newest);
    }

    private static Decoded notYours(String code) {
        String cut = code.length() > 18 ? code.substring(0, 18) + '…' : code;
        return new Decoded.Unreadable(Refusal.whole(
                RefusalCode.NOT_YOUR_ENTERPRISE,
                new Name("序列号与企业统一社会信用代码不符：本设备不属于 " + cut, "this device is not one of the enterprise " + cut)));
    }
}
