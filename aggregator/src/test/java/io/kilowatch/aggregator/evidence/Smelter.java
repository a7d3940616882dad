package io.kilowatch.aggregator.evidence;

import static io.kilowatch.aggregator.testing.PointBuilder.aReading;
import static io.kilowatch.aggregator.testing.Times.MINUTE;
import static io.kilowatch.aggregator.testing.Times.at;
import static io.kilowatch.aggregator.testing.Times.month;

import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.platform.security.PasswordHash;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A smelter in September 2026 that uses 13,400 kWh for the one tonne of every quarter of an hour, until noon of the third,
 * and ten tonnes of coal a day. One reading of electricity fell to nothing, another took the place of a wrong one.
 */
public final class Smelter {
    /** Its code. */
    public static final String CODE = "91640300MA75KW001" + EnterpriseCode.checkCharacter("91640300MA75KW001");

    /** Electricity per tonne. */
    public static final Figure PER_TONNE = new Figure(CODE, "unit-product:al", month("2026-09-01"));

    /** All of its energy. */
    public static final Figure ENERGY = new Figure(CODE, "comprehensive-energy", month("2026-09-01"));

    /** When its figures were computed. */
    public static final Instant COMPUTED = Instant.parse("2026-09-03T04:10:00Z");

    /** The usual rules. */
    public static final Rules RULES = new Rules(BusinessCalendar.CHINA, new BigDecimal("0.90"), Duration.ofHours(36));

    private static final long QUARTER = 15 * MINUTE;
    private static final long START = at("2026-09-01T00:00");
    private static final long FIRST = at("2026-08-31T20:00");
    private static final long LAST = at("2026-09-03T12:00");

    private Smelter() {}

    /** Its document. */
    public static String document() {
        return """
                enterprise:
                  code: %s
                  name: {zh: 测试铝业, en: Test Aluminium}
                  region: "640300"
                  industry: C3216
                  plant: existing
                devices:
                  - {id: gw-1, password: "%s"}
                meters:
                  - {id: EL, device: gw-1, name: {zh: 电, en: power}, carrier: electricity, kind: register, unit: kWh,
                     multiplier: [{from: "2020-01-01", value: "1000"}], interval: PT15M}
                  - {id: AL, device: gw-1, name: {zh: 铝, en: aluminium}, product: aluminium, kind: amount, unit: t,
                     interval: PT15M}
                  - {id: CO, device: gw-1, name: {zh: 煤, en: coal}, carrier: raw-coal, kind: amount, unit: t,
                     interval: P1D}
                accounts:
                  - {id: all, indicator: comprehensive-energy, energy: [{meter: EL}, {meter: CO}]}
                  - {id: al, indicator: unit-product, name: {zh: 铝液交流电耗, en: AC electricity}, quota: aluminium.liquid-ac,
                     energy: [{meter: EL}], output: [{meter: AL}]}
                """.formatted(CODE, PasswordHash.of("secret", 1_000).text());
    }

    /** All that is stored of it. */
    public static MemoryArchive archive() {
        MemoryArchive archive = new MemoryArchive(document(), RULES);
        List<Point> electricity = new ArrayList<>();
        List<Point> aluminium = new ArrayList<>();
        long position = 0;
        for (long at = FIRST; at <= LAST; at += QUARTER) {
            long register = 500_000_000L + (at - FIRST) / QUARTER * 13_400_000L;
            electricity.add(aReading(at)
                    .ofMicros(register)
                    .inPosition(position++)
                    .receivedAt(at + 1_000)
                    .build());
            if (at >= START && at < LAST) {
                aluminium.add(aReading(at)
                        .ofKind(ReadingKind.AMOUNT)
                        .of("1")
                        .inPosition(position++)
                        .receivedAt(at + 1_000)
                        .build());
            }
        }
        electricity.add(
                aReading("2026-09-02T10:07").of("0").inPosition(position++).build());
        electricity.add(aReading("2026-09-02T11:00")
                .of("999999")
                .inPosition(position++)
                .receivedAt(1)
                .build());
        archive.store("AL", aluminium);
        archive.store("EL", electricity);
        archive.store("CO", List.of(coal("2026-09-01T00:00", position), coal("2026-09-02T00:00", position + 1)));
        archive.publish(PER_TONNE, COMPUTED);
        archive.publish(ENERGY, COMPUTED);
        return archive;
    }

    private static Point coal(String day, long position) {
        return aReading(day)
                .ofKind(ReadingKind.AMOUNT)
                .of("10")
                .inPosition(position)
                .build();
    }
}
