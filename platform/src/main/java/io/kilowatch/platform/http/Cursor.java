package io.kilowatch.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;

/**
 * Where a page of a list ended, as a text that a client hands back as it was.
 *
 * @param parts what tells the place
 */
public record Cursor(List<String> parts) {
    private static final String BETWEEN = "\u001f";

    /** Copies its parts. */
    public Cursor {
        parts = List.copyOf(parts);
    }

    /** That of some texts. */
    public static Cursor of(String... parts) {
        return new Cursor(List.of(parts));
    }

    /** One of its parts. */
    public String part(int index) {
        return parts.get(index);
    }

    /** Its text, safe in a query. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(BETWEEN, parts).getBytes(UTF_8));
    }

    /** Reads {@link #text()}; throws a {@link Refusal} for another text. */
    public static Cursor parse(String text, int parts) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), UTF_8);
            List<String> found = List.of(plain.split(BETWEEN, -1));
            if (found.size() == parts) {
                return new Cursor(found);
            }
        } catch (IllegalArgumentException e) {
            throw refused();
        }
        throw refused();
    }

    /** What is said of a cursor that no answer has given. */
    public static Refusal refused() {
        return Refusal.badRequest(
                "cursor 无法识别；请原样使用上一次应答中的 next",
                "the cursor cannot be read; give the \"next\" of an earlier answer as it was");
    }
}
