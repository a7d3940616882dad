package io.kilowatch.aggregator.testing;

import io.kilowatch.aggregator.ledger.Mark;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.domain.Micros;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import java.math.BigDecimal;

/** Builds readings; without further words a measured register of zero. */
public final class PointBuilder {
    private final long at;
    private long value;
    private ReadingKind kind = ReadingKind.REGISTER;
    private ReadingSource source = ReadingSource.MEASURED;
    private long receivedAt = 1;
    private long position;
    private int sender = 1;
    private Mark mark = Mark.GOOD;

    private PointBuilder(long at) {
        this.at = at;
    }

    /** A reading at a Beijing time such as {@code 2026-08-01T00:15}. */
    public static PointBuilder aReading(String beijing) {
        return new PointBuilder(Times.at(beijing));
    }

    public static PointBuilder aReading(long at) {
        return new PointBuilder(at);
    }

    public PointBuilder of(String decimal) {
        value = Micros.of(new BigDecimal(decimal));
        return this;
    }

    public PointBuilder ofMicros(long micros) {
        value = micros;
        return this;
    }

    public PointBuilder ofKind(ReadingKind is) {
        kind = is;
        return this;
    }

    public PointBuilder from(ReadingSource where) {
        source = where;
        return this;
    }

    public PointBuilder receivedAt(long millis) {
        receivedAt = millis;
        return this;
    }

    public PointBuilder inPosition(long place) {
        position = place;
        return this;
    }

    public PointBuilder sentBy(int device) {
        sender = device;
        return this;
    }

    public PointBuilder marked(Mark as) {
        mark = as;
        return this;
    }

    public Point build() {
        return new Point(at, value, kind, source, receivedAt, position, sender, mark);
    }
}
