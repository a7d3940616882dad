package io.kilowatch.simulators.province;

import io.kilowatch.simulators.device.ReadingKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A meter of the province: what it is called, what it counts and how it shows it.
 *
 * @param id within its enterprise
 * @param quantity a carrier, or a product where {@code product} is set
 * @param multiplier primary over secondary value
 * @param digits integer digits of a register before it rolls over
 * @param decimals after the point; {@code 10^-decimals × multiplier} units must be a whole number of Wh or g
 * @param slots quarter hours from one reading to the next
 * @param first what a register shows at the start, in units of its last decimal
 * @param changes what happens to its register, in order
 */
public record SimulatedMeter(
        String id,
        String device,
        Name name,
        String quantity,
        boolean product,
        ReadingKind kind,
        MeterUnit unit,
        long multiplier,
        int digits,
        int decimals,
        int slots,
        long first,
        List<RegisterChange> changes) {

    /** Refuses a meter whose last decimal is no whole number of Wh, g or l. */
    public SimulatedMeter {
        changes = List.copyOf(changes);
        for (long each : multipliers(multiplier, changes)) {
            if (each * unit.base() % pow10(decimals) != 0) {
                throw new IllegalArgumentException(
                        id + " shows " + decimals + " decimals, too many for a multiplier of " + each);
            }
        }
    }

    private static List<Long> multipliers(long first, List<RegisterChange> changes) {
        List<Long> all = new ArrayList<>(List.of(first));
        for (RegisterChange change : changes) {
            if (change instanceof RegisterChange.Transformed transformed) {
                all.add(transformed.multiplier());
            }
        }
        return all;
    }

    /** A cumulative electricity meter, read every 15 minutes to four decimals of its secondary value. */
    public static SimulatedMeter electricity(String id, String zh, String en, long multiplier) {
        return new SimulatedMeter(
                id,
                "gw-1",
                new Name(zh, en),
                "electricity",
                false,
                ReadingKind.REGISTER,
                MeterUnit.KWH,
                multiplier,
                6,
                multiplier == 1 ? 2 : 4,
                1,
                0,
                List.of());
    }

    /** A belt scale with a totaliser in t. */
    public static SimulatedMeter beltScale(String id, String zh, String en, String carrier) {
        return new SimulatedMeter(
                id,
                "gw-2",
                new Name(zh, en),
                carrier,
                false,
                ReadingKind.REGISTER,
                MeterUnit.T,
                1,
                8,
                3,
                1,
                0,
                List.of());
    }

    /** A scale that reports what it weighed in an interval, in t. */
    public static SimulatedMeter scale(String id, String zh, String en, String quantity, boolean product, int slots) {
        return new SimulatedMeter(
                id,
                "gw-2",
                new Name(zh, en),
                quantity,
                product,
                ReadingKind.AMOUNT,
                MeterUnit.T,
                1,
                8,
                3,
                slots,
                0,
                List.of());
    }

    /** The same meter behind another device. */
    public SimulatedMeter on(String otherDevice) {
        return new SimulatedMeter(
                id,
                otherDevice,
                name,
                quantity,
                product,
                kind,
                unit,
                multiplier,
                digits,
                decimals,
                slots,
                first,
                changes);
    }

    /** The same meter with more or fewer integer digits. */
    public SimulatedMeter withDigits(int count) {
        return new SimulatedMeter(
                id, device, name, quantity, product, kind, unit, multiplier, count, decimals, slots, first, changes);
    }

    /** The same meter, its register showing the given whole units at the start. */
    public SimulatedMeter startingAt(long units) {
        return new SimulatedMeter(
                id,
                device,
                name,
                quantity,
                product,
                kind,
                unit,
                multiplier,
                digits,
                decimals,
                slots,
                units * pow10(decimals),
                changes);
    }

    /** A gas meter that reports what passed in an interval, in m³. */
    public static SimulatedMeter gasMeter(String id, String zh, String en, String carrier, int slots) {
        return new SimulatedMeter(
                id,
                "gw-2",
                new Name(zh, en),
                carrier,
                false,
                ReadingKind.AMOUNT,
                MeterUnit.M3,
                1,
                8,
                3,
                slots,
                0,
                List.of());
    }

    /** The same meter, to whose register something happens besides. */
    public SimulatedMeter changing(RegisterChange change) {
        List<RegisterChange> more = new ArrayList<>(changes);
        more.add(change);
        more.sort(Comparator.comparingLong(RegisterChange::slot));
        return new SimulatedMeter(
                id, device, name, quantity, product, kind, unit, multiplier, digits, decimals, slots, first, more);
    }

    /** The amount between two totals, such that amounts add up without loss. */
    BigDecimal amount(long before, long after) {
        long tick = tick(multiplier);
        return BigDecimal.valueOf(after / tick - before / tick, decimals);
    }

    /** Wh, g or l in the register's last decimal. */
    long tick(long factor) {
        return factor * unit.base() / pow10(decimals);
    }

    /** What the register counts before it rolls over, in units of its last decimal. */
    long dial() {
        return pow10(digits + decimals);
    }

    /** So many whole units, in units of the last decimal. */
    long ticks(long units) {
        return units * pow10(decimals);
    }

    static long pow10(int exponent) {
        long power = 1;
        for (int place = 0; place < exponent; place++) {
            power *= 10;
        }
        return power;
    }
}
