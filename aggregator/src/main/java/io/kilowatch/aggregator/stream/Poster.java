package io.kilowatch.aggregator.stream;

import io.kilowatch.aggregator.ledger.Flow;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.store.PeriodSumStore;
import io.kilowatch.aggregator.store.ReadingStore;
import io.kilowatch.aggregator.store.SlotStore;
import io.kilowatch.aggregator.store.Sum;
import io.kilowatch.aggregator.store.SumKey;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Period;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Enters the readings of one poll into the ledgers of their enterprises. */
final class Poster {
    private static final Logger log = LoggerFactory.getLogger(Poster.class);

    private final BusinessCalendar calendar;
    private final Ledgers ledgers;
    private ReadingStore readings = new ReadingStore();
    private SlotStore slots = new SlotStore();
    private final PeriodSumStore sums = new PeriodSumStore();

    Poster(BusinessCalendar calendar, Ledgers ledgers) {
        this.calendar = calendar;
        this.ledgers = ledgers;
    }

    /**
     * What a poll came to.
     *
     * @param touched the periods whose sums changed, by enterprise
     * @param added how many readings were new
     * @param impossible enterprises whose readings cannot be added up, with the fault
     */
    record Posted(Map<String, Set<Period>> touched, int added, Map<String, ArithmeticException> impossible) {}

    private record Entering(EnterpriseLedger ledger, MeterLedger meter, List<Point> points) {}

    /** Enters and writes all of it. The ledgers of the enterprises must be loaded. */
    Posted post(Connection connection, Map<String, Inbox.Mail> mail) throws SQLException {
        forgetUnwritten();
        Map<String, List<Entering>> entering = entering(connection, mail);
        Map<Integer, TreeMap<Long, Point>> stored = readings.neighbours(connection, late(entering));
        Map<String, Set<Period>> touched = new HashMap<>();
        Map<String, ArithmeticException> impossible = new HashMap<>();
        List<Posting> postings = new ArrayList<>();
        entering.forEach((enterprise, ofEnterprise) -> {
            try {
                postings.add(posting(ofEnterprise, stored));
            } catch (ArithmeticException e) {
                impossible.put(enterprise, e);
            }
        });
        loadSums(connection, postings);
        Map<SumKey, Sum> changed = new HashMap<>();
        int added = 0;
        for (Posting posting : postings) {
            EnterpriseLedger ledger = posting.ledger();
            try {
                Map<SumKey, Sum> ofPosting = posting.sums();
                added += posting.write(readings, slots);
                ofPosting.forEach(ledger::put);
                changed.putAll(ofPosting);
                touched.put(ledger.code(), posting.touched());
            } catch (ArithmeticException e) {
                impossible.put(ledger.code(), e);
            }
        }
        impossible.forEach((enterprise, fault) -> {
            log.error("readings cannot be added up, put aside [enterprise: {}]", enterprise, fault);
            ledgers.forget(enterprise);
        });
        readings.write(connection);
        slots.write(connection);
        sums.write(connection, changed);
        return new Posted(touched, added, impossible);
    }

    /** Rows that a failed transaction left behind would otherwise be written with those of the next. */
    private void forgetUnwritten() {
        readings = new ReadingStore();
        slots = new SlotStore();
    }

    private Map<String, List<Entering>> entering(Connection connection, Map<String, Inbox.Mail> mail)
            throws SQLException {
        Map<String, List<Entering>> entering = new HashMap<>();
        for (Map.Entry<String, Inbox.Mail> one : mail.entrySet()) {
            EnterpriseLedger ledger = ledgers.of(one.getKey());
            List<Entering> ofEnterprise = new ArrayList<>();
            for (Map.Entry<String, List<Point>> ofMeter :
                    one.getValue().points().entrySet()) {
                List<Point> points = ofMeter.getValue();
                points.sort(Comparator.comparingLong(Point::at));
                MeterLedger meter = ledgers.meter(connection, ledger, ofMeter.getKey());
                ofEnterprise.add(new Entering(ledger, meter, points));
            }
            entering.put(one.getKey(), ofEnterprise);
        }
        return entering;
    }

    private static List<ReadingStore.Place> late(Map<String, List<Entering>> entering) {
        List<ReadingStore.Place> places = new ArrayList<>();
        for (List<Entering> ofEnterprise : entering.values()) {
            for (Entering one : ofEnterprise) {
                Flow flow = one.meter.flow();
                for (Point point : one.points) {
                    if (!one.meter.isAhead(point.at())) {
                        var kind = flow == null ? point.kind() : flow.kind();
                        places.add(new ReadingStore.Place(one.meter.id(), point.at(), kind));
                    }
                }
            }
        }
        return places;
    }

    private Posting posting(List<Entering> ofEnterprise, Map<Integer, TreeMap<Long, Point>> stored) {
        Posting posting = new Posting(ofEnterprise.get(0).ledger, calendar);
        for (Entering one : ofEnterprise) {
            TreeMap<Long, Point> around = stored.getOrDefault(one.meter.id(), new TreeMap<>());
            Point tail = one.meter.tail();
            if (tail != null) {
                around.put(tail.at(), tail);
            }
            posting.enter(one.meter, List.copyOf(around.values()), one.points);
        }
        return posting;
    }

    private void loadSums(Connection connection, List<Posting> postings) throws SQLException {
        Map<EnterpriseLedger, List<SumKey>> missing = new HashMap<>();
        List<SumKey> all = new ArrayList<>();
        for (Posting posting : postings) {
            List<SumKey> ofPosting = posting.ledger().missing(posting.touched());
            missing.put(posting.ledger(), ofPosting);
            all.addAll(ofPosting);
        }
        Map<SumKey, Sum> found = sums.load(connection, all);
        missing.forEach((ledger, asked) -> ledger.take(asked, found));
    }
}
