package io.kilowatch.registry.reference;

import static io.kilowatch.registry.reference.ReferenceFiles.CARRIERS;
import static io.kilowatch.registry.reference.ReferenceFiles.CONSTANTS;
import static io.kilowatch.registry.reference.ReferenceFiles.CONVERSIONS;
import static io.kilowatch.registry.reference.ReferenceFiles.DUAL_CONTROL;
import static io.kilowatch.registry.reference.ReferenceFiles.FACTORS;
import static io.kilowatch.registry.reference.ReferenceFiles.GRADES;
import static io.kilowatch.registry.reference.ReferenceFiles.INPUTS;
import static io.kilowatch.registry.reference.ReferenceFiles.PRICES;
import static io.kilowatch.registry.reference.ReferenceFiles.QUOTAS;
import static io.kilowatch.registry.reference.ReferenceFiles.RULES;
import static io.kilowatch.registry.reference.ReferenceFiles.TARGETS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceFilesTest {
    private static final String QUOTA_START = ",GB 1,限额,Norm,metal,铝,,电耗,electricity,";

    @Test
    void theSampleHasNoFault() {
        assertThat(new SampleFiles().faults()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("rows")
    void aFaultOfARowNamesFileLineAndColumn(String file, String row, String fault) {
        assertThat(new SampleFiles().adding(file, row).faults()).containsExactly(file + " line " + fault);
    }

    private static Arguments row(String file, String row, String fault) {
        return Arguments.of(file, row, fault);
    }

    static Stream<Arguments> rows() {
        return Stream.of(carriers(), inputs(), quotas(), rules(), policies()).flatMap(List::stream);
    }

    private static List<Arguments> carriers() {
        return List.of(
                row(
                        CARRIERS,
                        "tar,焦油,tar,colour,secondary-energy,none,yes",
                        "4, dimension: \"colour\" must be one of electricity, heat, mass, volume, count"),
                row(
                        CARRIERS,
                        "tar,焦油,tar,mass,fuel,none,yes",
                        "4, kind: \"fuel\" must be one of primary-energy, secondary-energy, working-medium"),
                row(
                        CARRIERS,
                        "tar,焦油,tar,mass,secondary-energy,good,yes",
                        "4, quality: \"good\" must be one of none, calorific-value, steam-state"),
                row(CARRIERS, "tar,焦油,tar,mass,secondary-energy,none,", "4, alike_on_both_bases: is empty"),
                row(
                        CARRIERS,
                        "coke,焦炭,coke,mass,secondary-energy,none,yes",
                        "4, carrier: has the same key as an earlier row"),
                row(FACTORS, "peat,calorific,,1,,,GB,2021-01-01,no,s", "5, carrier: \"peat\" is not in carriers.csv"),
                row(FACTORS, "coke,net,,1,,,GB,2008-01-01,no,s", "5, basis: \"net\" must be one of calorific, primary"),
                row(
                        FACTORS,
                        "coke,calorific,,,0.5,,GB,2008-06-01,no,s",
                        "5, kgce_per_base_unit: is empty, and so is least or most"),
                row(FACTORS, "coke,calorific,,,0.6,0.5,GB,2008-06-01,no,s", "5, least: is more than most"),
                row(
                        FACTORS,
                        "coke,calorific,,0.97,,,GB,2021-04-01,no,s",
                        "5, carrier: has the same key as an earlier row"));
    }

    private static List<Arguments> inputs() {
        return List.of(
                row(
                        INPUTS,
                        "Grade,品位,grade,%,0,100,,account,s",
                        "4, input: \"Grade\" must be small letters, digits and _, and no word of expressions"),
                row(
                        INPUTS,
                        "and,与,and,,,,,account,s",
                        "4, input: \"and\" must be small letters, digits and _, and no word of expressions"),
                row(
                        INPUTS,
                        "limit,限额,limit,,,,,account,s",
                        "4, input: \"limit\" must be small letters, digits and _, and no word of expressions"),
                row(INPUTS, "a,甲,a,,2,1,,account,s", "4, least: is more than most"),
                row(INPUTS, "a,甲,a,,,,0=甲,account,s", "4, choices: \"0=甲\" is no choice such as 0=无/none"),
                row(INPUTS, "a,甲,a,,,,0=甲/a; 0=乙/b,account,s", "4, choices: 0 is there twice"),
                row(INPUTS, "a,甲,a,,,,,moon,s", "4, origin: \"moon\" must be one of account, site, data-centre"),
                row(
                        CONVERSIONS,
                        "d,折算,conversion,purity / 50,GB 1,B,2024-01-01,no,s",
                        "3, expression: \"purity\" is not in inputs.csv"),
                row(
                        CONVERSIONS,
                        "d,折算,conversion,limit / 50,GB 1,B,2024-01-01,no,s",
                        "3, expression: \"limit\" is not in inputs.csv"),
                row(
                        CONVERSIONS,
                        "c,折算,conversion,racks / 50,GB 1,B,2024-01-01,no,s",
                        "3, conversion: has the same key as an earlier row"),
                row(
                        CONSTANTS,
                        "k,1,kJ,热值,heat,GB,3,2021-04-01,no,s",
                        "3, constant: has the same key as an earlier row"),
                row(CONSTANTS, "l,one,kJ,热值,heat,GB,3,2021-04-01,no,s", "3, value: \"one\" is no decimal"));
    }

    private static List<Arguments> quotas() {
        return List.of(
                row(
                        QUOTAS,
                        "r,limit" + QUOTA_START + "kWh,1,2,3,,,calorific,,2024-01-01,,yes,s",
                        "3, unit: \"kWh\" is neither energy per something, such as kgce/t, nor 1"),
                row(
                        QUOTAS,
                        "r,limit" + QUOTA_START + ",1,2,3,,,calorific,,2024-01-01,,yes,s",
                        "3, unit: \"\" is neither energy per something, such as kgce/t, nor 1"),
                row(
                        QUOTAS,
                        "r,limit" + QUOTA_START + "kWh/t,1,two,3,,,calorific,,2024-01-01,,yes,s",
                        "3, level2_access: \"two\" is no decimal"),
                row(
                        QUOTAS,
                        "r,most" + QUOTA_START + "kWh/t,1,2,3,,,calorific,,2024-01-01,,yes,s",
                        "3, kind: \"most\" must be one of limit, benchmark"),
                row(
                        QUOTAS,
                        "r,limit" + QUOTA_START + "kWh/t,1,2,3,2,3,calorific,,2024-01-01,,yes,s",
                        "3, benchmark: belongs to a row of kind benchmark"),
                row(
                        QUOTAS,
                        "r,benchmark" + QUOTA_START + "kWh/t,1,2,3,,,calorific,,2024-01-01,,yes,s",
                        "3, benchmark: is empty"),
                row(
                        QUOTAS,
                        "r,limit" + QUOTA_START + "kWh/t,1,2,3,,,calorific,,2024,,yes,s",
                        "3, effective_from: \"2024\" is no date such as 2026-01-31"),
                row(
                        QUOTAS,
                        "q,limit" + QUOTA_START + "kWh/t,1,2,3,,,calorific,,2024-01-01,,yes,s",
                        "3, quota: has the same key as an earlier row"));
    }

    private static List<Arguments> rules() {
        return List.of(
                row(
                        RULES,
                        "r,GB 1,correction,1,limit,修正,c,5,yes,s",
                        "3, quota: no limit of \"r\" by GB 1 is in quotas.csv"),
                row(
                        RULES,
                        "q,GB 1-2026,correction,1,limit,修正,c,5,yes,s",
                        "3, quota: no limit of \"q\" by GB 1-2026 is in quotas.csv"),
                row(
                        RULES,
                        "q,GB 1,correction,1,limit * altitude,修正,c,5,yes,s",
                        "3, expression: \"altitude\" is not in inputs.csv"),
                row(
                        RULES,
                        "q,GB 1,exemption,1,limit < 2,修正,c,5,yes,s",
                        "3, expression: \"limit\" is not in inputs.csv"),
                row(
                        RULES,
                        "q,GB 1,correction,0 1,limit,修正,c,5,yes,s",
                        "3, levels: \"0\" is no level; levels are 1, 2 and 3"),
                row(RULES, "q,GB 1,correction,,limit,修正,c,5,yes,s", "3, levels: is empty"),
                row(
                        RULES,
                        "q,GB 1,correction,3 2 1,limit - ore_grade,修正,c,5,yes,s",
                        "3, quota: has the same key as an earlier row"));
    }

    private static List<Arguments> policies() {
        return List.of(
                row(PRICES, "x,阶梯,tiers,1,list,,,,铝,档,tier,,,0.1,2025-01-01,,yes,s", "3, category: is empty"),
                row(
                        PRICES,
                        "x,阶梯,tiers,1,list,,old,,铝,档,tier,,,0.1,2025-01-01,,yes,s",
                        "3, category: \"old\" must be one of permitted, restricted, eliminated, capacity-not-cut"),
                row(PRICES, "x,阶梯,tiers,1,threshold,q,,,铝,档,tier,,,0.1,2025-01-01,,yes,s", "3, threshold: is empty"),
                row(
                        PRICES,
                        "x,阶梯,tiers,1,steps,q,,,铝,档,tier,1,0,0.1,2025-01-01,,yes,s",
                        "3, step: must be more than 0"),
                row(
                        PRICES,
                        "x,阶梯,tiers,1,threshold,z,,,铝,档,tier,1,,0.1,2025-01-01,,yes,s",
                        "3, quota: \"z\" is not in quotas.csv"),
                row(
                        PRICES,
                        "p,阶梯,tiers,1239,note,,,,铝,超档,above,,,,2025-01-01,,yes,s",
                        "3, policy: has the same key as an earlier row"),
                row(GRADES, "s,mid,中,mid,0.4,,0.5,,plan,no,s", "4, grade: overlaps with low"),
                row(GRADES, "s,edge,中,mid,,,,0.5,plan,no,s", "4, grade: overlaps with low"),
                row(GRADES, "r,mid,中,mid,0.4,0.4,,,plan,no,s", "4, above: is given together with at_least"),
                row(GRADES, "r,mid,中,mid,,0.4,0.4,,plan,no,s", "4, at_least: no completion has this grade"),
                row(
                        DUAL_CONTROL,
                        "e,规则,rule,1258,no,increment,certificate,,2022-11-16,,yes,s",
                        "3, base_year: is empty"),
                row(DUAL_CONTROL, "e,规则,rule,113,no,all,,,2022-11-16,,yes,s", "3, kinds: is empty"),
                row(
                        DUAL_CONTROL,
                        "e,规则,rule,113,no,all,coal,,2022-11-16,,yes,s",
                        "3, kinds: \"coal\" must be one of certificate, bundled-certificate, own-generation, nuclear"),
                row(
                        TARGETS,
                        "u,钢,steel,30,3,64,steel.,0.3,2025-12-31,yes,s",
                        "3, quotas: no quota in quotas.csv begins with \"steel.\""));
    }

    @Test
    void aBadExpressionIsReportedWithWhatIsAllowed() {
        assertThat(new SampleFiles()
                        .adding(RULES, "q,GB 1,correction,1,SQRT(limit),修正,c,5,yes,s")
                        .faults())
                .singleElement()
                .asString()
                .startsWith("quota-rules.csv line 3, expression: \"SQRT(limit)\" is no expression: "
                        + "Undefined function 'SQRT'")
                .contains("allowed are");
    }

    @Test
    void aRowsFaultsAreAllReportedEachOnceAndBehindMultiLineCellsToo() {
        List<String> faults = new SampleFiles()
                .adding(FACTORS, "peat,calorific,,x,,,,2021-13-01,maybe,")
                .faults();

        assertThat(faults)
                .containsExactly(
                        "carrier-factors.csv line 5, carrier: \"peat\" is not in carriers.csv",
                        "carrier-factors.csv line 5, kgce_per_base_unit: \"x\" is no decimal",
                        "carrier-factors.csv line 5, standard: is empty",
                        "carrier-factors.csv line 5, effective_from: \"2021-13-01\" is no date such as 2026-01-31",
                        "carrier-factors.csv line 5, verified: \"maybe\" must be yes or no",
                        "carrier-factors.csv line 5, source: is empty");
    }

    @Test
    void faultsOfSeveralFilesAreReportedTogether() {
        assertThat(new SampleFiles()
                        .adding(CARRIERS, "tar,焦油,tar,colour,secondary-energy,none,yes")
                        .adding(TARGETS, "u,钢,steel,30,3,64,steel.,0.3,2025-12-31,yes,s")
                        .faults())
                .hasSize(2)
                .anyMatch(fault -> fault.startsWith("carriers.csv line 4"))
                .anyMatch(fault -> fault.startsWith("benchmark-targets.csv line 3"));
    }

    @Test
    void whatRefersToAMissingRowIsReportedAtTheRowThatRefers() {
        assertThat(new SampleFiles().replacing(QUOTAS, "q,limit", "w,limit").faults())
                .containsExactly(
                        "quota-rules.csv line 2, quota: no limit of \"q\" by GB 1 is in quotas.csv",
                        "price-tiers.csv line 2, quota: \"q\" is not in quotas.csv",
                        "benchmark-targets.csv line 2, quotas: no quota in quotas.csv begins with \"q\"");
        assertThat(new SampleFiles().without(INPUTS).faults())
                .containsExactly(
                        "quota-rules.csv line 2, expression: \"ore_grade\" is not in inputs.csv",
                        "output-conversions.csv line 2, expression: \"ore_grade\" is not in inputs.csv");
    }

    @Test
    void aRowWithTooManyCellsIsReportedWithItsLine() {
        assertThat(new SampleFiles()
                        .adding(CARRIERS, "tar,焦油,tar,mass,secondary-energy,none,yes,black")
                        .faults())
                .singleElement()
                .asString()
                .startsWith("carriers.csv line 4: Too many entries");
    }
}
