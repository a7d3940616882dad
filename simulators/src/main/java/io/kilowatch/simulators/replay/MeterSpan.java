package io.kilowatch.simulators.replay;

import io.kilowatch.simulators.device.DeviceReading;
import io.kilowatch.simulators.device.ReadingKind;
import java.math.BigDecimal;
import java.time.Instant;

/** What a feed has of one meter; changes while the feed is read. */
final class MeterSpan {
    private final ReadingKind kind;
    private long count;
    private Instant first;
    private Instant last;
    private BigDecimal atFirst;
    private BigDecimal atLast;

    MeterSpan(DeviceReading reading) {
        this.kind = reading.kind();
        this.first = reading.at();
        this.last = reading.at();
        this.atFirst = reading.value();
        this.atLast = reading.value();
    }

    void add(DeviceReading reading) {
        count++;
        if (reading.at().isBefore(first)) {
            first = reading.at();
            atFirst = reading.value();
        }
        if (!reading.at().isBefore(last)) {
            last = reading.at();
            atLast = reading.value();
        }
    }

    ReadingKind kind() {
        return kind;
    }

    long count() {
        return count;
    }

    Instant first() {
        return first;
    }

    Instant last() {
        return last;
    }

    /** By how much a register goes on from its first reading to its last; zero for what is no register. */
    BigDecimal advance() {
        return kind == ReadingKind.REGISTER ? atLast.subtract(atFirst) : BigDecimal.ZERO;
    }
}
