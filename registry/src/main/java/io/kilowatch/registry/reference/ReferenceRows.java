package io.kilowatch.registry.reference;

import io.kilowatch.domain.BenchmarkTarget;
import io.kilowatch.domain.Carrier;
import io.kilowatch.domain.CarrierFactor;
import io.kilowatch.domain.DualControlRule;
import io.kilowatch.domain.InputDefinition;
import io.kilowatch.domain.OutputConversion;
import io.kilowatch.domain.PriceTier;
import io.kilowatch.domain.QuotaEntry;
import io.kilowatch.domain.WarningGrade;
import java.util.List;
import java.util.Set;

/**
 * Every row of every file, valid as a whole.
 *
 * @param alikeOnBothBases the carriers that count on the primary basis as they do on the calorific one
 */
record ReferenceRows(
        List<Carrier> carriers,
        Set<String> alikeOnBothBases,
        List<CarrierFactor> factors,
        List<InputDefinition> inputs,
        List<QuotaEntry> entries,
        List<OutputConversion> conversions,
        List<Constant> constants,
        List<PriceTier> priceTiers,
        List<WarningGrade> grades,
        List<DualControlRule> dualControlRules,
        List<BenchmarkTarget> benchmarkTargets) {}
