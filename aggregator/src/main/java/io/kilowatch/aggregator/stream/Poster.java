package io.kilowatch.aggregator.stream;

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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Enters the readings of one poll into the ledgers of their enterprises. */
final class Poster {
    private static final Logger log = LoggerFactory.getLogger(Poster.class);

    private final BusinessCalendar calendar;
    private final Ledgers ledgers;
    private final LateReadings late = new LateReadings();
    private final PeriodSumStore sums = new PeriodSumStore();

    Poster(BusinessCalendar calendar, Ledgers ledgers) {
        this.calendar = calendar;
        this.ledgers = ledgers;
    }

    /**
     * What a poll came to.
     *
     * @param touched the periods whose sums changed, by enterprise
     * @param restated those of them where a reading took the place of another
     * @param added how many readings were new
     * @param tooOld the offsets of the records that hold readings from before what is kept, by enterprise
     * @param impossible enterprises whose readings cannot be added up, with the fault
     */
    record Posted(
            Map<String, Set<Period>> touched,
            Map<String, Set<Period>> restated,
            int added,
            Map<String, Set<Long>> tooOld,
            Map<String, ArithmeticException> impossible) {}

    /** Enters and writes all of it. The ledgers of the enterprises must be loaded. */
    Posted post(Connection connection, Map<String, Inbox.Mail> mail) throws SQLException {
        Posted posted = new Posted(new HashMap<>(), new HashMap<>(), 0, new HashMap<>(), new HashMap<>());
        List<Posting> postings = postings(entered(connection, mail, posted.tooOld()), posted.impossible());
        loadSums(connection, postings);
        // New ones for every poll: rows that a failed transaction left behind must not be written with those of the
        // next.
        ReadingStore readings = new ReadingStore();
        SlotStore slots = new SlotStore();
        Map<SumKey, Sum> changed = new HashMap<>();
        int added = 0;
        for (Posting posting : postings) {
            EnterpriseLedger ledger = posting.ledger();
            try {
                Map<SumKey, Sum> ofPosting = posting.sums();
                added += posting.write(readings, slots);
                ofPosting.forEach(ledger::put);
                changed.putAll(ofPosting);
                posted.touched().put(ledger.code(), posting.touched());
                posted.restated().put(ledger.code(), posting.restated());
            } catch (ArithmeticException e) {
                posted.impossible().put(ledger.code(), e);
            }
        }
        posted.impossible().forEach((enterprise, fault) -> {
            log.error("readings cannot be added up, put aside [enterprise: {}]", enterprise, fault);
            ledgers.forget(enterprise);
        });
        readings.write(connection);
        slots.write(connection);
        sums.write(connection, changed);
        return new Posted(posted.touched(), posted.restated(), added, posted.tooOld(), posted.impossible());
    }

    private Map<EnterpriseLedger, List<Entering>> entered(
            Connection connection, Map<String, Inbox.Mail> mail, Map<String, Set<Long>> tooOld) throws SQLException {
        Map<EnterpriseLedger, List<Entering>> byEnterprise = new HashMap<>();
        List<Entering> all = new ArrayList<>();
        for (Map.Entry<String, Inbox.Mail> one : mail.entrySet()) {
            EnterpriseLedger ledger = ledgers.of(one.getKey());
            Map<String, Integer> senders = new HashMap<>();
            for (String device : one.getValue().devices()) {
                senders.put(device, ledgers.sender(connection, ledger, device));
            }
            List<Entering> ofEnterprise = new ArrayList<>();
            for (Map.Entry<String, List<Point>> ofMeter :
                    one.getValue().points(senders).entrySet()) {
                List<Point> points = ofMeter.getValue();
                points.sort(Comparator.comparingLong(Point::at));
                MeterLedger meter = ledgers.meter(connection, ledger, ofMeter.getKey());
                putAsideTooOld(ledger, meter, points, tooOld);
                ofEnterprise.add(new Entering(new MeterPosting(meter), points));
            }
            byEnterprise.put(ledger, ofEnterprise);
            all.addAll(ofEnterprise);
        }
        late.enter(connection, all);
        return byEnterprise;
    }

    private void putAsideTooOld(
            EnterpriseLedger ledger, MeterLedger meter, List<Point> points, Map<String, Set<Long>> tooOld) {
        long from = ledgers.enteredFrom(meter);
        points.removeIf(point -> {
            if (point.at() >= from) {
                return false;
            }
            tooOld.computeIfAbsent(ledger.code(), code -> new HashSet<>()).add(point.offset());
            return true;
        });
    }

    private List<Posting> postings(
            Map<EnterpriseLedger, List<Entering>> entered, Map<String, ArithmeticException> impossible) {
        List<Posting> postings = new ArrayList<>();
        entered.forEach((ledger, ofEnterprise) -> {
            Posting posting = new Posting(ledger, calendar);
            try {
                for (Entering one : ofEnterprise) {
                    one.enterAhead();
                    posting.add(one.posting());
                }
                postings.add(posting);
            } catch (ArithmeticException e) {
                impossible.put(ledger.code(), e);
            }
        });
        return postings;
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
