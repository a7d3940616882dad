package io.kilowatch.registry.reference;

import io.kilowatch.domain.BenchmarkTarget;
import io.kilowatch.domain.CarrierFactor;
import io.kilowatch.domain.DualControlRule;
import io.kilowatch.domain.InputDefinition;
import io.kilowatch.domain.OutputConversion;
import io.kilowatch.domain.PriceTier;
import io.kilowatch.domain.QuotaEntry;
import io.kilowatch.domain.QuotaRule;
import io.kilowatch.domain.WarningGrade;
import io.kilowatch.registry.reference.ReferenceFiles.InvalidReferenceData;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One reading of all files: each checks what it says of those before it, and faults are gathered. */
final class ReferenceReading {
    private final Map<String, InputStream> files;
    private final List<String> faults = new ArrayList<>();

    private ReferenceReading(Map<String, InputStream> files) {
        this.files = files;
    }

    static ReferenceRows of(Map<String, InputStream> files) throws IOException {
        ReferenceReading reading = new ReferenceReading(files);
        ReferenceRows rows = reading.rows();
        if (!reading.faults.isEmpty()) {
            throw new InvalidReferenceData(reading.faults);
        }
        return rows;
    }

    private ReferenceRows rows() throws IOException {
        List<CarrierRows.Row> carriers = read(ReferenceFiles.CARRIERS, CarrierRows::carrier, CarrierRows.Row::id);
        Set<String> carrierIds = ids(carriers, CarrierRows.Row::id);
        List<CarrierFactor> factors = read(
                ReferenceFiles.FACTORS,
                row -> CarrierRows.factor(row, carrierIds),
                factor -> List.of(factor.carrier(), factor.basis(), factor.scope(), factor.effectiveFrom()));
        List<InputDefinition> inputs = read(ReferenceFiles.INPUTS, InputRows::input, InputDefinition::id);
        Set<String> inputIds = ids(inputs, InputDefinition::id);
        List<QuotaEntry> entries = entries(inputIds);
        Set<String> quotaIds = ids(entries, entry -> entry.quota().id());
        List<OutputConversion> conversions = read(
                ReferenceFiles.CONVERSIONS,
                row -> InputRows.conversion(row, inputIds),
                conversion -> List.of(conversion.id(), conversion.effectiveFrom()));
        List<Constant> constants = read(
                ReferenceFiles.CONSTANTS,
                PolicyRows::constant,
                constant -> List.of(constant.id(), constant.effectiveFrom()));
        return new ReferenceRows(
                carriers.stream().map(CarrierRows.Row::carrier).toList(),
                ids(carriers.stream().filter(CarrierRows.Row::alikeOnBothBases).toList(), CarrierRows.Row::id),
                factors,
                inputs,
                entries,
                conversions,
                constants,
                priceTiers(quotaIds),
                grades(),
                read(ReferenceFiles.DUAL_CONTROL, PolicyRows::dualControl, DualControlRule::id),
                read(ReferenceFiles.TARGETS, row -> PolicyRows.target(row, quotaIds), BenchmarkTarget::id));
    }

    private List<QuotaEntry> entries(Set<String> inputIds) throws IOException {
        List<QuotaEntry> entries = read(
                ReferenceFiles.QUOTAS,
                QuotaRows::entry,
                entry -> List.of(entry.quota().id(), entry.kind(), entry.quota().effectiveFrom()));
        List<QuotaRule> rules = read(
                ReferenceFiles.RULES,
                row -> QuotaRows.rule(row, entries, inputIds),
                rule -> List.of(rule.quota(), rule.standard(), rule.kind(), rule.levels(), rule.expression()));
        return QuotaRows.withRules(entries, rules);
    }

    private List<PriceTier> priceTiers(Set<String> quotaIds) throws IOException {
        return read(
                ReferenceFiles.PRICES,
                row -> PolicyRows.priceTier(row, quotaIds),
                tier -> List.of(tier.policy(), tier.tier().en(), tier.effectiveFrom()));
    }

    private List<WarningGrade> grades() throws IOException {
        List<WarningGrade> before = new ArrayList<>();
        return read(
                ReferenceFiles.GRADES,
                row -> {
                    WarningGrade grade = PolicyRows.grade(row);
                    before.stream()
                            .filter(other -> PolicyRows.overlap(grade, other))
                            .forEach(other -> row.fault("grade", "overlaps with " + other.id()));
                    before.add(grade);
                    return grade;
                },
                grade -> List.of(grade.scheme(), grade.id()));
    }

    private static <T> Set<String> ids(List<T> things, Function<T, String> id) {
        return things.stream().map(id).collect(Collectors.toUnmodifiableSet());
    }

    private interface Reader<T> {
        T read(CsvRow row);
    }

    private <T> List<T> read(String file, Reader<T> reader, Function<T, Object> key) throws IOException {
        InputStream stream = files.get(file);
        if (stream == null) {
            return List.of();
        }
        List<T> things = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (CsvRow row : CsvRow.read(file, stream, faults)) {
            T thing = reader.read(row);
            if (!seen.add(key.apply(thing))) {
                row.fault(row.firstColumn(), "has the same key as an earlier row");
            }
            if (row.faults().isEmpty()) {
                things.add(thing);
            }
            faults.addAll(row.faults());
        }
        return things;
    }
}
