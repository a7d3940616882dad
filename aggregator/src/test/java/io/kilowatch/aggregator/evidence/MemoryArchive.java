package io.kilowatch.aggregator.evidence;

import io.kilowatch.aggregator.accounting.Appraiser;
import io.kilowatch.aggregator.ledger.Definition;
import io.kilowatch.aggregator.ledger.Effects;
import io.kilowatch.aggregator.ledger.Flow;
import io.kilowatch.aggregator.ledger.Follower;
import io.kilowatch.aggregator.ledger.Mark;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.ledger.SlotChanges;
import io.kilowatch.aggregator.ledger.Timeline;
import io.kilowatch.aggregator.store.Sum;
import io.kilowatch.aggregator.testing.PlainLedger;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.Verdict;
import io.kilowatch.registry.document.EnterpriseDocument;
import io.kilowatch.registry.reference.ReferenceData;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a ledger would have stored of one enterprise, computed by the plain ledger. */
public final class MemoryArchive implements Archive {
    /** The document in force. */
    final Enterprise enterprise;

    private final String document;
    private final Rules rules;
    private final List<String> ids = new ArrayList<>();
    private final List<TreeMap<Long, Point>> counting = new ArrayList<>();
    private final List<List<Point>> superseded = new ArrayList<>();
    private final List<TreeMap<LocalDate, Sum>> days = new ArrayList<>();
    private final DaySums sums = new DaySums();
    private final Map<Figure, Verdict> verdicts = new HashMap<>();
    private final List<Restatement> restatements = new ArrayList<>();
    private Optional<Definition> otherDefinition = Optional.empty();

    public MemoryArchive(String yaml, Rules rules) {
        EnterpriseDocument.Read read = EnterpriseDocument.read(yaml.getBytes(StandardCharsets.UTF_8));
        if (!(read instanceof EnterpriseDocument.Read.Valid valid)) {
            throw new IllegalArgumentException(read.toString());
        }
        this.enterprise = valid.enterprise();
        this.document = new String(valid.json(), StandardCharsets.UTF_8);
        this.rules = rules;
    }

    /** Stores all claims of a meter. */
    public void store(String id, List<Point> claims) {
        Meter meter = enterprise.meter(id);
        ids.add(id);
        PlainLedger ledger = new PlainLedger(meter, claims);
        TreeMap<Long, Point> readings = new TreeMap<>();
        ledger.counting()
                .forEach((at, point) ->
                        readings.put(at, point.marked(ledger.marks().getOrDefault(at, Mark.GOOD))));
        counting.add(readings);
        superseded.add(claims.stream()
                .filter(claim -> !claim.agreesWith(readings.getOrDefault(claim.at(), claim)))
                .sorted(Comparator.comparingLong(Point::at)
                        .thenComparingLong(Point::receivedAt)
                        .thenComparingLong(Point::position))
                .toList());
        TreeMap<LocalDate, Sum> ofDays = new TreeMap<>();
        ledger.slots()
                .forEach((slot, of) -> ofDays.merge(
                        rules.calendar().day(slot),
                        new Sum(of.amount().longValueExact(), of.measured(), of.interpolated()),
                        Sum::plus));
        ofDays.values().removeIf(Sum.ZERO::equals);
        days.add(ofDays);
        sums.add(id, ofDays, covered(meter, readings));
    }

    private static long covered(Meter meter, TreeMap<Long, Point> readings) {
        Flow flow = Flow.of(Definition.of(meter, BusinessCalendar.CHINA), BusinessCalendar.CHINA);
        Follower follower = flow.begin();
        Effects unused = Effects.adding(new SlotChanges());
        readings.values().forEach(point -> Timeline.take(flow, follower, point, unused));
        return follower.coveredUntil();
    }

    /** Computes a figure from everything that is stored, and stores its verdict. */
    public Verdict publish(Figure figure, Instant computedAt) {
        return publish(figure, computedAt, computedAt);
    }

    /** The same, found true again later. */
    public Verdict publish(Figure figure, Instant computedAt, Instant foundTrueAt) {
        long due = foundTrueAt.minus(rules.grace()).toEpochMilli();
        Verdict verdict = new Appraiser(ReferenceData.standard(), rules.calendar(), rules.threshold())
                .appraise(enterprise, figure.period(), sums, due, computedAt).stream()
                        .filter(one -> one.indicator().equals(figure.indicator()))
                        .findFirst()
                        .orElseThrow();
        verdicts.put(figure, verdict);
        return verdict;
    }

    /** Forgets a meter's readings before an instant, as retention does. */
    public void drop(String id, long before) {
        counting.get(ids.indexOf(id)).headMap(before).clear();
    }

    void restate(Restatement one) {
        restatements.add(one);
    }

    void computeMetersWith(Definition other) {
        otherDefinition = Optional.of(other);
    }

    @Override
    public Optional<Verdict> verdict(Figure figure) {
        return Optional.ofNullable(verdicts.get(figure));
    }

    @Override
    public Optional<String> document(String code) {
        return Optional.of(document).filter(text -> enterprise.code().text().equals(code));
    }

    @Override
    public Optional<HeldMeter> meter(String code, String meter) {
        return ids.contains(meter)
                ? Optional.of(new HeldMeter(
                        ids.indexOf(meter),
                        otherDefinition.or(
                                () -> Optional.of(Definition.of(enterprise.meter(meter), rules.calendar())))))
                : Optional.empty();
    }

    @Override
    public Map<Integer, String> senders(String code) {
        return Map.of(1, "gw-1");
    }

    @Override
    public Selection select(int meter, ReadingKind kind, long begin, long end) {
        TreeMap<Long, Point> readings = counting.get(meter);
        if (readings.isEmpty()) {
            return Selection.NONE;
        }
        Optional<Long> good = readings.headMap(begin, false).descendingMap().values().stream()
                .filter(point -> point.kind() == kind && point.mark() == Mark.GOOD)
                .map(Point::at)
                .findFirst();
        Optional<Long> before = good.flatMap(at -> readings.headMap(at, false).descendingMap().values().stream()
                .filter(point -> point.kind() == kind && point.mark().counts())
                .map(Point::at)
                .findFirst());
        Optional<Long> settled = readings.tailMap(end).values().stream()
                .filter(point -> point.kind() == kind && point.mark() == Mark.GOOD)
                .map(Point::at)
                .findFirst();
        return new Selection(
                before.orElse(readings.firstKey()), settled.orElse(readings.lastKey()), before.isPresent());
    }

    @Override
    public void readings(int meter, Selection selection, Reader reader) throws Exception {
        if (selection.isEmpty()) {
            return;
        }
        for (Point point : counting.get(meter)
                .subMap(selection.first(), true, selection.last(), true)
                .values()) {
            reader.take(point);
        }
    }

    @Override
    public void superseded(int meter, Selection selection, Reader reader) throws Exception {
        for (Point claim : superseded.get(meter)) {
            if (claim.at() >= selection.first() && claim.at() <= selection.last()) {
                reader.take(claim);
            }
        }
    }

    @Override
    public SortedMap<LocalDate, Sum> days(int meter, Period period) {
        return new TreeMap<>(days.get(meter).subMap(period.start(), period.end()));
    }

    @Override
    public Sum sum(int meter, Period period) {
        return days(meter, period).values().stream().reduce(Sum.ZERO, Sum::plus);
    }

    @Override
    public Optional<LocalDate> firstDay(int meter) {
        return days.get(meter).isEmpty()
                ? Optional.empty()
                : Optional.of(days.get(meter).firstKey());
    }

    @Override
    public List<Restatement> restatements(Figure figure) {
        return restatements;
    }

    @Override
    public Optional<Long> registryOffset(String code) {
        return Optional.of(7L);
    }
}
