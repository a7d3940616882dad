package io.kilowatch.aggregator.evidence;

import io.kilowatch.aggregator.ledger.Definition;
import io.kilowatch.aggregator.store.Sum;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.Verdict;
import io.kilowatch.registry.document.EnterpriseDocument;
import io.kilowatch.registry.reference.ReferenceData;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers from an archive what a figure was computed from. */
public final class Gathering {
    private final Rules rules;
    private final ReferenceData reference;

    /** One by rules and reference data that are those of the aggregator. */
    public Gathering(Rules rules, ReferenceData reference) {
        this.rules = rules;
        this.reference = reference;
    }

    /** What came of it. */
    public sealed interface Gathered {
        /** All of it. */
        record Found(Dossier dossier) implements Gathered {}

        /** There is no such figure, or nothing that it could be computed from again. */
        record Missing(Name why) implements Gathered {}

        /** The registry document has changed, and the figures are being computed again. */
        record Unsettled(Name why) implements Gathered {}
    }

    /** Gathers what belongs to a figure. */
    public Gathered gather(Archive archive, Figure figure) throws Exception {
        Optional<Verdict> verdict = archive.verdict(figure);
        if (verdict.isEmpty()) {
            return missing(
                    "没有此指标值：" + figure + "；现有指标见 /api/v1/enterprises/" + figure.enterprise() + "/indicators",
                    "there is no figure " + figure + "; those there are: /api/v1/enterprises/" + figure.enterprise()
                            + "/indicators");
        }
        Optional<String> document = archive.document(figure.enterprise());
        if (document.isEmpty()) {
            return missing(
                    figure.enterprise() + " 当前没有有效的登记文件；请用 registry apply 重新登记",
                    "no registry document of " + figure.enterprise()
                            + " is in force; put one in force with registry apply");
        }
        EnterpriseDocument.Read read = EnterpriseDocument.read(document.get().getBytes(StandardCharsets.UTF_8));
        if (!(read instanceof EnterpriseDocument.Read.Valid valid)) {
            throw new IllegalStateException("the document in force cannot be read: " + figure.enterprise());
        }
        Optional<IndicatorAccount> account = IndicatorAccount.of(valid.enterprise(), figure.indicator());
        if (account.isEmpty()) {
            return missing(
                    "现行登记文件中已没有计算 " + figure.indicator() + " 的核算项",
                    "the registry document in force has no account that computes " + figure.indicator() + " any more");
        }
        return gather(archive, figure, verdict.get(), document.get(), valid.enterprise(), account.get());
    }

    private Gathered gather(
            Archive archive,
            Figure figure,
            Verdict verdict,
            String document,
            Enterprise enterprise,
            IndicatorAccount account)
            throws Exception {
        DaySums sums = new DaySums();
        List<MeterFile> meters = new ArrayList<>();
        for (Meter meter : account.meters(enterprise)) {
            Definition definition = Definition.of(meter, rules.calendar());
            Optional<HeldMeter> held = archive.meter(figure.enterprise(), meter.id());
            if (held.isPresent() && !held.get().definition().equals(Optional.of(definition))) {
                return new Gathered.Unsettled(new Name(
                        "登记文件已变更，正在重新计算；请稍后再试",
                        "the registry document has changed and the figures are being computed again;"
                                + " ask again in a moment"));
            }
            MeterFile file = held.isPresent()
                    ? file(archive, meter, definition, held.get().number(), figure.period())
                    : without(meter, definition);
            sums.add(meter.id(), file.days(), file.coveredUntil());
            meters.add(file);
        }
        Subject subject = new Subject(enterprise, account, sums, rules);
        long dueUntil =
                new Reappraisal(enterprise, account.account(), figure, sums, reference, rules).dueUntil(verdict);
        return new Gathered.Found(new Dossier(
                figure,
                verdict,
                subject,
                reference,
                document,
                archive.registryOffset(figure.enterprise()),
                meters,
                archive.senders(figure.enterprise()),
                archive.restatements(figure),
                dueUntil));
    }

    private MeterFile file(Archive archive, Meter meter, Definition definition, int number, Period period)
            throws Exception {
        BusinessCalendar calendar = rules.calendar();
        long start = calendar.start(period.start());
        long end = calendar.start(period.end());
        Selection selection =
                archive.select(number, definition.kind(), Recount.begin(definition, period, calendar), end);
        Optional<LocalDate> firstStored =
                selection.isEmpty() ? Optional.empty() : Optional.of(calendar.day(selection.first()));
        Recount recount = new Recount(definition, period, calendar);
        MeterPass pass = new MeterPass(start, end);
        archive.readings(number, selection, point -> {
            recount.take(point);
            pass.take(point);
        });
        archive.superseded(number, selection, pass::takeSuperseded);
        SortedMap<LocalDate, Sum> days = archive.days(number, period);
        Kept kept = Kept.of(selection, firstStored, archive.firstDay(number));
        long covered = recount.close().coveredUntil();
        return new MeterFile(
                meter,
                Optional.of(number),
                definition,
                selection,
                kept,
                days,
                archive.sum(number, period),
                kept == Kept.NONE ? end(days, calendar) : covered,
                pass.edges(),
                pass.counts(),
                pass.suspect(),
                pass.superseded(),
                pass.supersededCount());
    }

    /** How far the last day that has a sum is covered from its midnight: all that is known once no reading is kept. */
    private static long end(SortedMap<LocalDate, Sum> days, BusinessCalendar calendar) {
        if (days.isEmpty()) {
            return Long.MIN_VALUE;
        }
        Sum last = days.getOrDefault(days.lastKey(), Sum.ZERO);
        return calendar.start(days.lastKey()) + last.measured() + last.interpolated();
    }

    private static MeterFile without(Meter meter, Definition definition) {
        MeterPass nothing = new MeterPass(0, 0);
        return new MeterFile(
                meter,
                Optional.empty(),
                definition,
                Selection.NONE,
                Kept.ALL,
                new TreeMap<>(),
                Sum.ZERO,
                Long.MIN_VALUE,
                nothing.edges(),
                nothing.counts(),
                nothing.suspect(),
                nothing.superseded(),
                0);
    }

    private static Gathered missing(String zh, String en) {
        return new Gathered.Missing(new Name(zh, en));
    }
}
