package io.kilowatch.simulators.province;

import io.kilowatch.simulators.device.ReadingKind;
import java.math.BigDecimal;

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
        long first) {

    /** Refuses a meter whose last decimal is no whole number of Wh or g. */
    public SimulatedMeter {
        if (multiplier * unit.base() % pow10(decimals) != 0) {
            throw new IllegalArgumentException(id + " has too many decimals for its multiplier");
        }
    }

    /** A cumulative electricity meter, read every 15 minutes to four decimals of its secondary value. */
    static SimulatedMeter electricity(String id, String zh, String en, long multiplier) {
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
                0);
    }

    /** A belt scale with a totaliser in t. */
    static SimulatedMeter beltScale(String id, String zh, String en, String carrier) {
        return new SimulatedMeter(
                id, "gw-2", new Name(zh, en), carrier, false, ReadingKind.REGISTER, MeterUnit.T, 1, 8, 3, 1, 0);
    }

    /** A scale that reports what it weighed in an interval, in t. */
    static SimulatedMeter scale(String id, String zh, String en, String quantity, boolean product, int slots) {
        return new SimulatedMeter(
                id, "gw-2", new Name(zh, en), quantity, product, ReadingKind.AMOUNT, MeterUnit.T, 1, 8, 3, slots, 0);
    }

    /** The same meter behind another device. */
    SimulatedMeter on(String otherDevice) {
        return new SimulatedMeter(
                id, otherDevice, name, quantity, product, kind, unit, multiplier, digits, decimals, slots, first);
    }

    /** The same meter with more or fewer integer digits. */
    SimulatedMeter withDigits(int count) {
        return new SimulatedMeter(
                id, device, name, quantity, product, kind, unit, multiplier, count, decimals, slots, first);
    }

    /** The same meter, its register showing the given whole units at the start. */
    SimulatedMeter startingAt(long units) {
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
                units * pow10(decimals));
    }

    /** What the register shows when so many Wh or g have passed since the start. */
    BigDecimal register(long total) {
        return BigDecimal.valueOf((first + ticks(total)) % pow10(digits + decimals), decimals);
    }

    /** The amount between two totals, such that amounts add up without loss. */
    BigDecimal amount(long before, long after) {
        return BigDecimal.valueOf(ticks(after) - ticks(before), decimals);
    }

    private long ticks(long total) {
        return total / (multiplier * unit.base() / pow10(decimals));
    }

    private static long pow10(int exponent) {
        long power = 1;
        for (int place = 0; place < exponent; place++) {
            power *= 10;
        }
        return power;
    }
}
