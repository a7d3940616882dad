package io.kilowatch.simulators.truth;

import io.kilowatch.simulators.truth.MeterBook.Reading;
import io.kilowatch.simulators.truth.MeterFacts.Exchanged;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How registers become flows, for meters whose capacity is registered.
 *
 * <p>The rules are those of decision 11: a reading that goes on from the last good one is good; any other is doubted and
 * bridged; two doubted ones that go on from each other and have moved are believed once a third goes on from them.
 */
final class RegisterRules {
    private static final long LONGEST_BRIDGED = 400L * 24 * 3_600_000;

    private final MeterFacts facts;
    private final Days days = new Days();
    private final List<Reading> doubted = new ArrayList<>();
    private @Nullable Reading good;

    RegisterRules(MeterFacts facts) {
        this.facts = facts;
    }

    Days follow(List<Reading> readings) {
        int exchange = 0;
        for (Reading reading : readings) {
            while (exchange < facts.exchanges().size()
                    && facts.exchanges().get(exchange).at() <= reading.at()) {
                exchange(facts.exchanges().get(exchange++));
            }
            take(reading);
        }
        days.cover(good == null ? Long.MIN_VALUE : good.at());
        return days;
    }

    private void take(Reading reading) {
        if (good == null || good.at() == reading.at()) {
            good = reading;
        } else if (goesOn(good, reading)) {
            step(good, reading);
            good = reading;
            doubted.clear();
        } else if (doubted.size() == 2 && goesOn(doubted.get(1), reading)) {
            believe(good, reading);
            good = reading;
        } else if (doubted.size() == 1
                && reading.value() != doubted.get(0).value()
                && goesOn(doubted.get(0), reading)) {
            doubted.add(reading);
        } else {
            doubted.clear();
            doubted.add(reading);
        }
    }

    /** Two doubted ones count after all, and a third one after them. */
    private void believe(Reading before, Reading third) {
        Reading first = doubted.get(0);
        Reading second = doubted.get(1);
        if (first.value() < before.value() && rollsOver(before, first)) {
            step(before, first);
        } else if (first.value() >= 0 && possible(first.value(), before.at(), first.at())) {
            flow(before, first, facts.amount(first.value(), before.at()), false);
        }
        step(first, second);
        step(second, third);
        doubted.clear();
    }

    private void exchange(Exchanged exchanged) {
        Reading end = new Reading(exchanged.at(), exchanged.last());
        if (good != null && good.at() < exchanged.at()) {
            if (goesOn(good, end)) {
                step(good, end);
            } else if (doubted.size() == 2 && goesOn(doubted.get(1), end)) {
                believe(good, end);
            }
        }
        good = new Reading(exchanged.at(), exchanged.first());
        doubted.clear();
    }

    private boolean goesOn(Reading from, Reading to) {
        return to.value() >= from.value()
                ? possible(to.value() - from.value(), from.at(), to.at())
                : rollsOver(from, to);
    }

    /** Whether the way through zero is at most half the dial and can have flowed. */
    private boolean rollsOver(Reading from, Reading to) {
        long back = from.value() - to.value();
        return facts.dial() > 0
                && to.value() >= 0
                && from.value() < facts.dial()
                && back >= facts.dial() - facts.dial() / 2
                && possible(facts.dial() - back, from.at(), to.at());
    }

    private boolean possible(long difference, long from, long to) {
        return facts.allows(facts.amount(difference, from), Math.max(1, to - from));
    }

    private void step(Reading from, Reading to) {
        long difference = to.value() - from.value();
        long forward = difference < 0 ? difference + facts.dial() : difference;
        flow(from, to, facts.amount(forward, from.at()), to.at() - from.at() <= facts.interval() * 3 / 2);
    }

    private void flow(Reading from, Reading to, long amount, boolean measured) {
        if (to.at() - from.at() <= LONGEST_BRIDGED) {
            days.flow(from.at(), to.at(), amount, measured, 1);
        }
    }
}
