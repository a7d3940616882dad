package io.kilowatch.alerts.http;

import io.kilowatch.domain.PeriodKind;
import io.kilowatch.platform.http.Format;
import io.kilowatch.platform.http.Query;

/** What requests of the desk have in common. */
final class Asked {
    private Asked() {}

    /** A kind of period, {@code month} unless given. */
    static PeriodKind period(Query query) {
        return query.parsed("period", PeriodKind::parse, "day、month 或 year", "day, month or year")
                .orElse(PeriodKind.MONTH);
    }

    /** The form of a list. */
    static Format list(Query query) {
        return query.format(Format.JSON, Format.CSV, Format.XLSX);
    }
}
