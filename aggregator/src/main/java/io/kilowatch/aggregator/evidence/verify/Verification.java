package io.kilowatch.aggregator.evidence.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.evidence.DaySums;
import io.kilowatch.aggregator.evidence.Kept;
import io.kilowatch.aggregator.evidence.MeterCount;
import io.kilowatch.aggregator.evidence.Reappraisal;
import io.kilowatch.aggregator.evidence.Subject;
import io.kilowatch.aggregator.evidence.file.Entries;
import io.kilowatch.aggregator.evidence.file.FigureJson;
import io.kilowatch.aggregator.ledger.Definition;
import io.kilowatch.aggregator.ledger.Mark;
import io.kilowatch.aggregator.store.Sum;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Micros;
import io.kilowatch.domain.Verdict;
import io.kilowatch.registry.topics.VerdictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Checks a ZIP file of evidence by itself: that it is whole, that its readings come to its sums, and its sums to its figure.
 */
public final class Verification {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Findings findings = new Findings();
    private final DaySums sums = new DaySums();
    private final Claimed claimed;
    private final Counted counted;
    private boolean fromReadings = true;

    private Verification(Claimed claimed, Counted counted) {
        this.claimed = claimed;
        this.counted = counted;
    }

    /** Checks a file. */
    public static Report of(Path path) {
        try (SealedFile file = SealedFile.open(path)) {
            Claimed claimed = Claimed.read(file);
            return new Verification(claimed, Counted.read(file, claimed)).run();
        } catch (Unusable e) {
            return new Report(
                    List.of(
                            "无法核验 / cannot be used:",
                            "  " + e.why().zh(),
                            "  " + e.why().en()),
                    Report.UNUSABLE);
        }
    }

    private Report run() {
        findings.say("文件完整，SHA-256 全部相符", "the file is whole, every SHA-256 is right");
        findings.say("指标 " + claimed.figure(), "figure " + claimed.figure());
        claimed.account().meters(claimed.enterprise()).forEach(this::meter);
        figure();
        return new Report(findings.lines(), findings.hasDifferences() ? Report.DIFFERS : Report.AGREES);
    }

    private void meter(Meter meter) {
        Claimed.OfMeter told = claimed.meters().get(meter.id());
        if (told == null) {
            findings.differs(
                    meter.id(),
                    Entries.EVIDENCE + " 没有此计量器具",
                    Entries.EVIDENCE + " says nothing of this meter of the account");
            return;
        }
        Counted.Result result = counted.result(meter.id());
        SortedMap<LocalDate, Sum> days = counted.days(meter.id());
        boolean same = findings.same(
                meter.id(),
                "definition",
                told.definition(),
                Definition.of(meter, claimed.rules().calendar()));
        if (told.kept() == Kept.ALL) {
            same &= days(meter.id(), days, result.count().days());
            same &= marks(meter.id(), result);
            same &= findings.same(
                    meter.id(),
                    "coveredUntil",
                    time(told.coveredUntil()),
                    time(result.count().coveredUntil()));
            sums.add(meter.id(), result.count().days(), result.count().coveredUntil());
        } else {
            fromReadings = false;
            findings.say(
                    meter.id() + " 的原始读数" + (told.kept() == Kept.NONE ? "已" : "部分已") + "超过保存期，只能核验到日合计 " + Entries.DAYS,
                    "the readings of " + meter.id() + " are " + (told.kept() == Kept.NONE ? "not" : "only in part")
                            + " kept any more; it can be verified down to the daily sums of " + Entries.DAYS + " only");
            sums.add(meter.id(), days, told.coveredUntil());
        }
        Sum total = new MeterCount(days, 0, Map.of()).total();
        same &= findings.same(meter.id(), "amount", text(told.sum()), text(total));
        same &= findings.same(meter.id(), "measuredMillis", told.sum().measured(), total.measured());
        same &= findings.same(meter.id(), "interpolatedMillis", told.sum().interpolated(), total.interpolated());
        if (same) {
            String amount = text(total) + ' ' + meter.unit().dimension().baseUnit();
            findings.agrees(
                    meter.id(),
                    amount + "（" + result.readings() + " 条读数，" + days.size() + " 天）",
                    amount + " (" + result.readings() + " readings, " + days.size() + " days)");
        }
    }

    private static String text(Sum sum) {
        return Micros.toText(sum.amount());
    }

    private String time(long millis) {
        if (millis == Long.MIN_VALUE) {
            return "-";
        }
        return Instant.ofEpochMilli(millis)
                .atZone(claimed.rules().calendar().zone())
                .toOffsetDateTime()
                .toString();
    }

    private boolean days(String meter, SortedMap<LocalDate, Sum> told, SortedMap<LocalDate, Sum> computed) {
        SortedSet<LocalDate> all = new TreeSet<>(told.keySet());
        all.addAll(computed.keySet());
        int said = 0;
        for (LocalDate day : all) {
            Sum before = told.getOrDefault(day, Sum.ZERO);
            Sum now = computed.getOrDefault(day, Sum.ZERO);
            if (before.equals(now)) {
                continue;
            }
            if (!findings.isFull(said++)) {
                findings.differs(
                        meter,
                        day + " 由读数算得 " + numbers(now) + "，" + Entries.DAYS + " 为 " + numbers(before),
                        day + " the readings give " + numbers(now) + ", " + Entries.DAYS + " says " + numbers(before));
            }
        }
        return said == 0;
    }

    private static String numbers(Sum sum) {
        return text(sum) + " [" + sum.measured() + " ms, " + sum.interpolated() + " ms]";
    }

    private boolean marks(String meter, Counted.Result result) {
        SortedSet<Long> all = new TreeSet<>(result.marks().keySet());
        all.addAll(result.count().marks().keySet());
        int said = 0;
        for (Long at : all) {
            String told = result.marks().getOrDefault(at, Mark.GOOD).word();
            String computed = result.count().marks().getOrDefault(at, Mark.GOOD).word();
            if (!told.equals(computed) && !findings.isFull(said++)) {
                findings.same(meter, "mark " + time(at), told, computed);
            }
        }
        return said == 0;
    }

    private void figure() {
        Verdict told = claimed.verdict();
        Optional<Verdict> computed = new Reappraisal(
                        claimed.enterprise(),
                        claimed.account().account(),
                        claimed.figure(),
                        sums,
                        claimed.reference(),
                        claimed.rules())
                .verdict(claimed.dueUntil(), told.computedAt());
        String what = told.indicator();
        if (computed.isEmpty()) {
            findings.differs(what, "无法重算", "cannot be computed again");
            return;
        }
        Verdict again = computed.get();
        boolean same = findings.same(what, "numerator", told.numerator(), again.numerator());
        same &= findings.same(what, "denominator", told.denominator(), again.denominator());
        same &= findings.same(what, "value", told.value(), again.value());
        same &= findings.same(what, "completeness", told.completeness(), again.completeness());
        same &= findings.same(what, "asOf", told.asOf(), again.asOf());
        same &= findings.same(what, "unit and name", told.unit() + told.name(), again.unit() + again.name());
        same &= sameJudgement(told, again);
        same &= sameWorking(again);
        if (same && !findings.hasDifferences()) {
            String value = told.value().map(Object::toString).orElse("-") + ' ' + told.unit();
            String basis = fromReadings ? "由读数" : "由日合计";
            findings.agrees(
                    what,
                    basis + "重算与公布值一致：" + value,
                    "computed again from the " + (fromReadings ? "readings" : "daily sums")
                            + " it is the published value: " + value);
        }
    }

    private boolean sameJudgement(Verdict told, Verdict again) {
        if (told.judgement().equals(again.judgement())) {
            return true;
        }
        new Comparison(findings, told.indicator()).same("judgement", json(told), json(again));
        return false;
    }

    /** Only what the judgement says: the other fields are compared one by one. */
    private JsonNode json(Verdict verdict) {
        try {
            ObjectNode json = (ObjectNode)
                    JSON.readTree(VerdictJson.encode(verdict, claimed.rules().calendar()));
            return json.remove(List.of("name", "value", "numerator", "denominator", "completeness", "asOf", "unit"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Formula, factors, limits and their corrections, as the file explains them and as they are by its own data. */
    private boolean sameWorking(Verdict again) {
        Subject subject = new Subject(claimed.enterprise(), claimed.account(), sums, claimed.rules());
        ObjectNode computed = FigureJson.of(again, subject, claimed.reference());
        boolean same = true;
        for (String field : FigureJson.FIELDS) {
            same &= new Comparison(findings, again.indicator())
                    .same(field, claimed.evidence().path(field), computed.path(field));
        }
        return same;
    }
}
