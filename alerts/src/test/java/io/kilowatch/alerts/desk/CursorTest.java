package io.kilowatch.alerts.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CursorTest {
    @Test
    void readsItsOwnText() {
        Cursor cursor = new Cursor(Instant.parse("2026-08-19T16:02:00.123Z"), UUID.nameUUIDFromBytes(new byte[] {7}));

        assertThat(Cursor.parse(cursor.text())).isEqualTo(cursor);
    }

    @Test
    void refusesAnyOtherText() {
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.parse("nonsense"));
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.parse("%%%"));
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.parse("MS54"));
    }
}
