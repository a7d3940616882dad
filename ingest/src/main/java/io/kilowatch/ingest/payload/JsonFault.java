package io.kilowatch.ingest.payload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.kilowatch.domain.Name;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What is wrong with a text that is no JSON, or more than is taken. */
final class JsonFault {
    private JsonFault() {}

    /** The reason and its place. */
    static Name of(JsonProcessingException fault, byte[] text) {
        Name reason = reason(fault, text);
        long at = fault.getLocation() == null
                ? 0
                : Math.max(0, fault.getLocation().getByteOffset());
        return new Name(reason.zh() + "（第 " + at + " 字节）", reason.en() + " (at byte " + at + ')');
    }

    private static Name reason(JsonProcessingException fault, byte[] text) {
        String message = fault.getOriginalMessage();
        if (fault instanceof StreamConstraintsException) {
            return beyond(message);
        }
        if (!isUtf8(text)) {
            return new Name("不是 UTF-8 编码", "it is not in UTF-8");
        }
        if (fault instanceof JsonEOFException) {
            return new Name("内容不完整", "it ends too early");
        }
        return message.startsWith("Non-standard token")
                ? new Name("NaN 和 Infinity 不是 JSON 数值", "NaN and Infinity are no numbers of JSON")
                : new Name("不是 JSON", "it is no JSON");
    }

    private static Name beyond(String message) {
        if (message.startsWith("Document nesting depth")) {
            return new Name(
                    "嵌套超过 " + JsonPayload.MOST_DEPTH + " 层",
                    "it is nested more than " + JsonPayload.MOST_DEPTH + " deep");
        }
        if (message.startsWith("Number")) {
            return new Name(
                    "数值超过 " + JsonPayload.LONGEST + " 个字符",
                    "a number has more than " + JsonPayload.LONGEST + " characters");
        }
        return new Name(
                "字段名超过 " + JsonPayload.LONGEST + " 个字符", "a name has more than " + JsonPayload.LONGEST + " characters");
    }

    private static boolean isUtf8(byte[] text) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
