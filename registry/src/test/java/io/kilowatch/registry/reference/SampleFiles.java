package io.kilowatch.registry.reference;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kilowatch.registry.reference.ReferenceFiles.InvalidReferenceData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A small valid set of reference files that a test changes at one place; each has its header in line 1. */
final class SampleFiles {
    private static final Map<String, String> VALID = Map.ofEntries(
            Map.entry(ReferenceFiles.CARRIERS, """
                    carrier,name_zh,name_en,dimension,kind,quality,alike_on_both_bases
                    electricity,电力,electricity,electricity,secondary-energy,none,no
                    coke,焦炭,coke,mass,secondary-energy,calorific-value,yes
                    """),
            Map.entry(ReferenceFiles.FACTORS, """
                    carrier,basis,scope,kgce_per_base_unit,least,most,standard,effective_from,verified,source
                    electricity,calorific,,0.1229,,,GB/T 2589-2020,2021-04-01,yes,"read
                    in the standard"
                    coke,calorific,,0.9714,,,GB/T 2589-2020,2021-04-01,no,recalled
                    """),
            Map.entry(ReferenceFiles.INPUTS, """
                    input,name_zh,name_en,unit,least,most,choices,origin,source
                    ore_grade,品位,ore grade,%,0,100,,account,GB 1
                    racks,机架,racks,,0,,,data-centre,GB 1
                    """),
            Map.entry(ReferenceFiles.QUOTAS, """
                    quota,kind,standard_no,standard_name_zh,standard_name_en,industry,product,process_or_condition,metric_zh,metric_en,unit,level1_advanced,level2_access,level3_limit,benchmark,baseline,basis,factor_scope,effective_from,superseded_by,verified,source
                    q,limit,GB 1,限额,Norm,metal,铝,,电耗,electricity,kWh/t,-5,3,,,,calorific,,2024-01-01,,yes,somewhere
                    """),
            Map.entry(ReferenceFiles.RULES, """
                    quota,standard_no,kind,levels,expression,text_zh,text_en,clause,verified,source
                    q,GB 1,correction,1 2 3,limit - ore_grade,修正,correction,5.1,yes,somewhere
                    """),
            Map.entry(ReferenceFiles.CONVERSIONS, """
                    conversion,name_zh,name_en,expression,standard_no,clause,effective_from,verified,source
                    c,折算,conversion,ore_grade / 50,GB 1,B,2024-01-01,no,recalled
                    """),
            Map.entry(ReferenceFiles.CONSTANTS, """
                    constant,value,unit,name_zh,name_en,standard_no,clause,effective_from,verified,source
                    k,29307.6,kJ/kgce,热值,heat,GB/T 2589,3,2021-04-01,no,recalled
                    """),
            Map.entry(ReferenceFiles.PRICES, """
                    policy,name_zh,name_en,document,kind,quota,category,region,industry,tier_zh,tier_en,threshold,step,adder_yuan_per_kwh,effective_from,until,verified,source
                    p,阶梯,tiers,1239,steps,q,,,铝,超档,above,13300,20,0.01,2025-01-01,,yes,somewhere
                    """),
            Map.entry(ReferenceFiles.GRADES, """
                    scheme,grade,name_zh,name_en,at_least,above,below,at_most,document,verified,source
                    s,high,高,high,,0.5,,,plan,no,recalled
                    s,low,低,low,,,,0.5,plan,no,recalled
                    """),
            Map.entry(ReferenceFiles.DUAL_CONTROL, """
                    rule,name_zh,name_en,document,feedstock,renewables,kinds,base_year,effective_from,until,verified,source
                    d,规则,rule,113,no,all,certificate,,2024-01-27,,yes,somewhere
                    """),
            Map.entry(ReferenceFiles.TARGETS, """
                    target,name_zh,name_en,document,clause,region,quotas,above,by,verified,source
                    t,铝,aluminium,30,3,64,q,0.3,2025-12-31,yes,somewhere
                    """));

    private final Map<String, String> files = new TreeMap<>(VALID);

    /** Puts a row after those that a file has. */
    SampleFiles adding(String file, String row) {
        files.merge(file, row + '\n', String::concat);
        return this;
    }

    /** Replaces a text of a file that must be there. */
    SampleFiles replacing(String file, String text, String replacement) {
        String before = String.valueOf(files.get(file));
        if (!before.contains(text)) {
            throw new IllegalArgumentException(file + " has no \"" + text + '"');
        }
        files.put(file, before.replace(text, replacement));
        return this;
    }

    SampleFiles without(String file) {
        files.remove(file);
        return this;
    }

    ReferenceData load() {
        Map<String, InputStream> streams = new HashMap<>();
        files.forEach(
                (file, text) -> streams.put(file, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        try {
            return ReferenceFiles.load(streams);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every fault of loading them. */
    List<String> faults() {
        InvalidReferenceData invalid = catchThrowableOfType(InvalidReferenceData.class, this::load);
        return invalid == null
                ? List.of()
                : String.valueOf(invalid.getMessage()).lines().toList();
    }
}
