package io.kilowatch.simulators.truth;

import io.kilowatch.simulators.truth.MeterBook.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How amounts become flows: each fills the interval that begins at its label. */
final class AmountRules {
    private AmountRules() {}

    static Days follow(MeterFacts facts, List<Reading> readings) {
        Days days = new Days();
        @Nullable Reading last = null;
        long end = Long.MIN_VALUE;
        for (Reading reading : readings) {
            long amount = facts.amount(reading.value(), reading.at());
            if (!facts.allows(amount, facts.interval())) {
                continue;
            }
            if (last != null && reading.at() < end) {
                if (reading.at() - last.at() < end - reading.at()) {
                    continue;
                }
                long cut = facts.amount(last.value(), last.at());
                days.flow(last.at(), end, cut, true, -1);
                days.flow(last.at(), reading.at(), cut, true, 1);
            }
            last = reading;
            end = reading.at() + facts.interval();
            days.flow(reading.at(), end, amount, true, 1);
        }
        days.cover(end);
        return days;
    }
}
