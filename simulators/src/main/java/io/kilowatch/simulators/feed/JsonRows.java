package io.kilowatch.simulators.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file with a JSON object on each line, as cells of those members that a mapping names. A member of a member is
 * named with a dot between; numbers stay as they are written.
 */
final class JsonRows implements Rows {
    private static final JsonFactory JSON = new JsonFactory();

    private final BufferedReader lines;
    private final List<String> header;
    private long line;

    JsonRows(InputStream in, List<String> header) {
        this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.header = List.copyOf(header);
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public @Nullable List<String> next() throws IOException {
        Map<String, String> members = nextMembers();
        return members == null
                ? null
                : header.stream().map(name -> members.getOrDefault(name, "")).toList();
    }

    /** All members of the next row, by their names; null at the end. */
    @Nullable
    Map<String, String> nextMembers() throws IOException {
        String text;
        do {
            text = lines.readLine();
            line++;
        } while (text != null && text.isBlank());
        return text == null ? null : members(text);
    }

    private static Map<String, String> members(String text) throws IOException {
        Map<String, String> members = new HashMap<>();
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("is no JSON object");
            }
            read(json, "", members);
            if (json.nextToken() != null) {
                throw new IllegalArgumentException("has something after its JSON object");
            }
            return members;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static void read(JsonParser json, String prefix, Map<String, String> members) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = prefix + json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_OBJECT) {
                read(json, name + '.', members);
            } else if (value == JsonToken.START_ARRAY) {
                json.skipChildren();
            } else if (value != JsonToken.VALUE_NULL && members.put(name, json.getText()) != null) {
                throw new IllegalArgumentException("has the member " + name + " twice");
            }
        }
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
