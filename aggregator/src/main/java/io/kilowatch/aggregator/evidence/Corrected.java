package io.kilowatch.aggregator.evidence;

import io.kilowatch.aggregator.accounting.Correction;
import io.kilowatch.aggregator.accounting.Inputs;
import io.kilowatch.domain.Input;
import io.kilowatch.domain.QuotaEntry;
import io.kilowatch.domain.QuotaRule;
import io.kilowatch.domain.Verdict;
import io.kilowatch.registry.reference.ReferenceData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One rule of a quota as it was applied in a part of a period.
 *
 * @param from the part's first day
 * @param until the first day after it
 * @param rule the rule
 * @param inputs those that its expression names and that are registered
 * @param missing those that it names and that are not; a branch that is not taken may not need them
 * @param steps what it made of each level
 */
public record Corrected(
        LocalDate from,
        LocalDate until,
        QuotaRule rule,
        List<Input> inputs,
        List<String> missing,
        List<Correction.Step> steps) {
    private static final String LIMIT = "limit";

    /** Copies its lists. */
    public Corrected {
        inputs = List.copyOf(inputs);
        missing = List.copyOf(missing);
        steps = List.copyOf(steps);
    }

    /** Every rule that a verdict's limits were corrected by, part by part. */
    public static List<Corrected> of(Verdict verdict, Subject subject, ReferenceData reference) {
        List<Corrected> all = new ArrayList<>();
        Optional<String> quota = subject.account().quota();
        if (quota.isEmpty() || verdict.judgement().isEmpty()) {
            return all;
        }
        Inputs inputs = Working.inputs(subject, reference);
        for (Verdict.Part part : verdict.judgement().get().parts()) {
            Optional<QuotaEntry> entry = reference.entry(quota.get(), part.from());
            entry.ifPresent(one -> all.addAll(of(part, one, inputs, reference)));
        }
        return all;
    }

    private static List<Corrected> of(Verdict.Part part, QuotaEntry entry, Inputs inputs, ReferenceData reference) {
        List<Correction.Step> steps = new Correction(reference, entry, inputs, part.from()).steps();
        List<Corrected> rules = new ArrayList<>();
        for (QuotaRule rule : entry.rules()) {
            List<Input> used = new ArrayList<>();
            List<String> missing = new ArrayList<>();
            for (String name : reference.expression(rule.expression()).names()) {
                if (!name.equals(LIMIT)) {
                    inputs.find(name, part.from()).ifPresentOrElse(used::add, () -> missing.add(name));
                }
            }
            rules.add(new Corrected(
                    part.from(),
                    part.until(),
                    rule,
                    used,
                    missing,
                    steps.stream().filter(step -> step.rule().equals(rule)).toList()));
        }
        return rules;
    }
}
