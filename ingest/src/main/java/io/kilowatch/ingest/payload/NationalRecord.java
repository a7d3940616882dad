package io.kilowatch.ingest.payload;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of an upload in the national format, as it was written; null where it says nothing, or neither a text nor a
 * number nor a truth value.
 *
 * @param dataCode 采集数据编码
 * @param dataValue its value
 * @param inputType 数据采集来源
 * @param statType 采集频率
 * @param statDate the start of the period
 * @param uploadDate when it is sent
 * @param scope 范围
 * @param valid 数据有效性
 */
record NationalRecord(
        @Nullable String dataCode,
        @Nullable String dataValue,
        @Nullable String inputType,
        @Nullable String statType,
        @Nullable String statDate,
        @Nullable String uploadDate,
        @Nullable String scope,
        @Nullable String valid) {
    private static final List<String> FIELDS =
            List.of("dataCode", "dataValue", "inputType", "statType", "statDate", "uploadDate", "scope", "valid");

    /** A record that says nothing. */
    static final NationalRecord EMPTY = new NationalRecord(null, null, null, null, null, null, null, null);

    /** The record whose object the parser has just begun. */
    static NationalRecord read(JsonParser json) throws IOException {
        String[] found = new String[FIELDS.size()];
        OnceOnly fields = new OnceOnly(FIELDS);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            int place = fields.pass(json.currentName());
            String value = text(json, json.nextToken());
            if (place >= 0) {
                found[place] = value;
            }
        }
        return new NationalRecord(found[0], found[1], found[2], found[3], found[4], found[5], found[6], found[7]);
    }

    static @Nullable String text(JsonParser json, JsonToken value) throws IOException {
        if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
            return json.getText();
        }
        json.skipChildren();
        return null;
    }
}
