package io.kilowatch.aggregator.testing;

import static java.util.Objects.requireNonNull;

import io.kilowatch.aggregator.ledger.Mark;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.ReadingKind;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import org.jspecify.annotations.Nullable;

/** Random histories reach every rule often enough, so that properties over thousands of them mean something. */
class HistoryTest {
    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReportMode.OFF)
    void registersAreDoubtedBelievedSetBackAndExchanged(@ForAll("registers") History history) {
        Set<String> events = registerEvents(history);

        occurs("step-back", 30, events);
        occurs("zero", 20, events);
        occurs("reset", 10, events);
        occurs("confirmed", 10, events);
        occurs("jump", 20, events);
        occurs("other-kind", 20, events);
        occurs("exchange between readings", 20, events);
        occurs("reset where a maximum power is known", 5, events);
        occurs("misreading taken back", 2, events);
        occurs("rollover at once", 2, events);
        occurs("rollover confirmed", 0.5, events);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReportMode.OFF)
    void amountsOverlapAndJump(@ForAll("amounts") History history) {
        Set<String> events = words(history);

        occurs("overlap", 20, events);
        occurs("jump", 20, events);
        occurs("other-kind", 20, events);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReportMode.OFF)
    void ratesJump(@ForAll("powers") History history) {
        Set<String> events = words(history);

        occurs("jump", 20, events);
        occurs("other-kind", 20, events);
    }

    @Provide
    Arbitrary<History> registers() {
        return History.ofKind(ReadingKind.REGISTER);
    }

    @Provide
    Arbitrary<History> amounts() {
        return History.ofKind(ReadingKind.AMOUNT);
    }

    @Provide
    Arbitrary<History> powers() {
        return History.ofKind(ReadingKind.POWER);
    }

    private static void occurs(String event, double leastPercent, Set<String> events) {
        Statistics.label(event).collect(events.contains(event));
        Statistics.label(event)
                .coverage(coverage -> coverage.check(true).percentage(percent -> percent >= leastPercent));
    }

    private static Set<String> words(History history) {
        PlainLedger plain = new PlainLedger(history.meter(), history.points());
        Set<String> words = new HashSet<>();
        plain.marks().values().forEach(mark -> words.add(mark.word()));
        return words;
    }

    private static Set<String> registerEvents(History history) {
        Meter meter = history.meter();
        PlainLedger plain = new PlainLedger(meter, history.points());
        Set<String> events = words(history);
        boolean mostIsKnown = meter.maximumPower().isPresent();
        @Nullable Point before = null;
        @Nullable Mark markBefore = null;
        TreeMap<Long, Mark> marks = new TreeMap<>(plain.marks());
        marks.values().removeIf(mark -> mark == Mark.OTHER_KIND);
        for (Map.Entry<Long, Mark> one : marks.entrySet()) {
            long at = one.getKey();
            Mark mark = one.getValue();
            Point point = requireNonNull(plain.counting().get(at));
            if (mark == Mark.RESET && mostIsKnown) {
                events.add("reset where a maximum power is known");
            }
            if (mark == Mark.CONFIRMED && markBefore == Mark.JUMP && !mostIsKnown) {
                events.add("misreading taken back");
            }
            if (mark.counts()) {
                if (before != null && isExchanged(meter, before.at(), at)) {
                    events.add("exchange between readings");
                } else if (before != null && point.value() < before.value() && mark != Mark.RESET) {
                    events.add(mark == Mark.GOOD ? "rollover at once" : "rollover confirmed");
                }
                before = point;
            }
            markBefore = mark;
        }
        return events;
    }

    private static boolean isExchanged(Meter meter, long from, long to) {
        return meter.replacements().stream()
                .mapToLong(one -> BusinessCalendar.CHINA.instant(one.at()))
                .anyMatch(at -> at > from && at <= to);
    }
}
