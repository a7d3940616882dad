package io.kilowatch.registry.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.Enterprise;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** A small document without fault, for tests that spoil a piece of it. */
public record SampleDocument(String text) {
    /** Without fault. */
    public static final SampleDocument VALID = new SampleDocument("""
            enterprise:
              code: 91350100M000100Y43
              name: {zh: 示例, en: Sample}
              region: 640121
              industry: C3216
              plant: existing
            sites:
              - id: main
                name: {zh: 主厂区, en: Main works}
                altitude: 1115
            devices:
              - id: gw-1
            meters:
              - id: EL
                device: gw-1
                site: main
                name: {zh: 进线, en: Incomer}
                carrier: electricity
                kind: register
                unit: kWh
                digits: 8
                multiplier:
                  - {from: 2020-01-01, value: 110000}
                interval: PT15M
                from: 2024-01-01
                maximumPower: 200000
              - id: COAL
                device: gw-1
                name: {zh: 煤, en: Coal}
                carrier: raw-coal
                kind: amount
                unit: t
                interval: P1D
              - id: OUT
                device: gw-1
                name: {zh: 产量, en: Output}
                product: aluminium
                kind: amount
                unit: t
                interval: P1D
            accounts:
              - id: all
                indicator: comprehensive-energy
                energy: [{meter: EL}, {meter: COAL, sign: +}]
              - id: al
                indicator: unit-product
                name: {zh: 电耗, en: Electricity per tonne}
                quota: aluminium.liquid-ac
                energy: [{meter: EL}]
                output: [{meter: OUT}]
              - id: hall
                indicator: pue
                quota: data-centre.pue.gb40879
                facility: [{meter: EL}]
                it: [{meter: EL}]
            dataCentre:
              racks: 2000
              category: 2
            """);

    /** Without fault: a works that uses all that may be declared besides meters. */
    public static final SampleDocument WORKS = new SampleDocument("""
            enterprise:
              code: 91350100M000100Y43
              name: {zh: 示例, en: Sample}
              region: 640422
              industry: C3140
              plant: existing
            sites:
              - {id: north, name: {zh: 北区, en: North}, altitude: 1115, pressure: 88600}
              - {id: south, name: {zh: 南区, en: South}, altitude: 1750}
            devices:
              - id: gw
            meters:
              - {id: EL, device: gw, name: {zh: 电, en: Electricity}, carrier: electricity, kind: amount, unit: kWh, interval: PT1H}
              - {id: EL-AIR, device: gw, name: {zh: 空压机, en: Compressor}, carrier: electricity, kind: amount, unit: kWh, interval: PT1H, producedFrom: [EL]}
              - {id: EL-SENT, device: gw, name: {zh: 供电, en: Sent out}, carrier: electricity, kind: amount, unit: kWh, interval: PT1H}
              - {id: COAL, device: gw, name: {zh: 煤, en: Coal}, carrier: raw-coal, kind: amount, unit: t, interval: P1D}
              - {id: COKE, device: gw, name: {zh: 焦, en: Coke}, carrier: coke, kind: amount, unit: t, interval: P1D}
              - {id: GAS, device: gw, name: {zh: 气, en: Gas}, carrier: natural-gas, kind: amount, unit: m3, interval: P1D}
              - {id: STEAM, device: gw, name: {zh: 汽, en: Steam}, carrier: steam, kind: amount, unit: t, interval: P1D}
              - {id: AIR, device: gw, name: {zh: 压空, en: Air}, carrier: compressed-air, kind: amount, unit: m3, interval: P1D, origin: own, producedFrom: [EL-AIR]}
              - {id: AIR-IN, device: gw, name: {zh: 外购压空, en: Air bought}, carrier: compressed-air, kind: amount, unit: m3, interval: P1D, origin: purchased}
              - {id: OUT, device: gw, name: {zh: 产量, en: Output}, product: ferrosilicon, kind: amount, unit: t, interval: P1D}
              - {id: VOLUME, device: gw, name: {zh: 合成气, en: Gas made}, product: gas, kind: amount, unit: 万m³, interval: P1D}
              - {id: WAFERS, device: gw, name: {zh: 硅片, en: Wafers}, product: wafer, kind: amount, unit: 10^6 piece, interval: P1D}
            accounts:
              - id: all
                indicator: comprehensive-energy
                energy: [{meter: EL}, {meter: COAL, use: feedstock}, {meter: GAS, use: fuel}, {meter: STEAM}, {meter: AIR-IN}, {meter: AIR, sign: '-'}]
              - id: furnace
                indicator: unit-product
                name: {zh: 冶炼电耗, en: Smelting electricity}
                quota: ferrosilicon.smelting-electricity
                site: north
                capacity: 50000.5
                energy: [{meter: EL}]
                output: [{meter: OUT}]
                inputs:
                  - {input: ore_grade, from: 2026-01-01, value: 97.5}
                  - {input: ore_grade, from: 2026-07-01, value: 98}
              - id: own
                indicator: unit-product
                name: {zh: 单耗, en: Energy per tonne}
                energy: [{meter: COKE, use: feedstock}, {meter: AIR}]
                output: [{meter: OUT, conversion: calcium-carbide.gas-yield}]
                inputs: [{input: gas_yield, from: 2026-01-01, value: 99}]
              - id: hall
                indicator: pue
                name: {zh: 数据中心, en: Centre}
                quota: data-centre.pue.gb40879
                thresholds: [commitment, data-centre.pue.ningxia-new-large]
                facility: [{meter: EL}, {meter: GAS}]
                it: [{meter: EL-SENT}]
              - id: room-1
                indicator: pue
                partial: true
                facility: [{meter: EL}]
                it: [{meter: EL-SENT}]
            dataCentre:
              racks: 2000
              category: 2
              commitment: {pue: 1.25, document: 节能审查意见〔2025〕1号, from: 2025-03-01}
            calorificValues:
              - {carrier: raw-coal, from: 2026-01-01, value: 20908}
              - {carrier: raw-coal, meters: [COAL], from: 2026-02-01, value: 5000, unit: kcal/kg}
              - {carrier: natural-gas, from: 2026-01-01, value: 35.5, unit: MJ/m³}
            steam:
              - {meter: STEAM, from: 2026-01-01, pressure: 0.8, temperature: 185}
            economics:
              - {month: 2026-01, outputValue: 12500.5, valueAdded: -10}
              - {month: 2026-02, valueAdded: 3100}
            budgets:
              - {year: 2026, tce: 125000, basis: calorific, document: 宁发改〔2026〕1号}
              - {year: 2026, tce: 300000, basis: primary, document: 宁发改〔2026〕1号, months: [0.1, 0.05, 0.1, 0.05, 0.1, 0.05, 0.1, 0.1, 0.1, 0.1, 0.1, 0.05]}
            renewables:
              - {year: 2026, kind: certificate, certificates: 1200}
              - {year: 2026, kind: bundled-certificate, kWh: 500}
              - {year: 2026, kind: own-generation, kWh: 1500000.5}
              - {year: 2026, kind: nuclear, kWh: 0}
            tariffs:
              - {category: permitted, from: 2020-01-01}
              - {category: capacity-not-cut, from: 2026-01-01}
            """);

    /** The same with one piece replaced, which must be there exactly once. */
    public SampleDocument with(String piece, String replacement) {
        assertThat(text.split(Pattern.quote(piece), -1)).as(piece).hasSize(2);
        return new SampleDocument(text.replace(piece, replacement));
    }

    /** What it says. */
    public Enterprise enterprise() {
        return valid().enterprise();
    }

    /** Itself as read. */
    public EnterpriseDocument.Read.Valid valid() {
        EnterpriseDocument.Read read = EnterpriseDocument.read(bytes());
        assertThat(read).isInstanceOf(EnterpriseDocument.Read.Valid.class);
        return (EnterpriseDocument.Read.Valid) read;
    }

    /** Its faults. */
    public List<Fault> faults() {
        return EnterpriseDocument.read(bytes()) instanceof EnterpriseDocument.Read.Faulty faulty
                ? faulty.faults()
                : List.of();
    }

    /** In UTF-8. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
