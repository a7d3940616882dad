package io.kilowatch.alerts.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kilowatch.alerts.state.Alert;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * A place in the list of alerts, which is ordered by first opening and id, newest first, so that it stays where it is
 * while alerts change.
 *
 * @param openedAt when the last alert before this place was first opened
 * @param id its id
 */
public record Cursor(Instant openedAt, UUID id) {
    /** The place after an alert. */
    public static Cursor after(Alert alert) {
        return new Cursor(alert.openedAt(), alert.key().id());
    }

    /** A text that stands for it in an address. */
    public String text() {
        String plain = openedAt.toEpochMilli() + "." + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }

    /** Reads {@link #text()}; throws {@link IllegalArgumentException} for another text. */
    public static Cursor parse(String text) {
        String plain = new String(Base64.getUrlDecoder().decode(text), UTF_8);
        int dot = plain.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("no cursor");
        }
        return new Cursor(
                Instant.ofEpochMilli(Long.parseLong(plain.substring(0, dot))),
                UUID.fromString(plain.substring(dot + 1)));
    }
}
