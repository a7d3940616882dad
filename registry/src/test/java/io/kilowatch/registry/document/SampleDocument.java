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
