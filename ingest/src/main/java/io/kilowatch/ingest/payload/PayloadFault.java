package io.kilowatch.ingest.payload;

import io.kilowatch.domain.Name;
import java.io.IOException;

/** A payload that cannot be read, with the reason for the device's engineer. */
final class PayloadFault extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Name why;

    PayloadFault(String zh, String en) {
        super(en);
        this.why = new Name(zh, en);
    }

    /** A field that stands twice, of which one value would be lost. */
    static PayloadFault twice(String field) {
        return new PayloadFault("字段 " + field + " 出现两次", "the field " + field + " is there twice");
    }

    Name why() {
        return why;
    }
}
