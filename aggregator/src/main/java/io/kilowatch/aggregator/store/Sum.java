package io.kilowatch.aggregator.store;

/**
 * A sum over a period.
 *
 * @param amount millionths of the base unit
 * @param measured milliseconds covered by measurement
 * @param interpolated milliseconds covered by interpolation
 */
public record Sum(long amount, long measured, long interpolated) {
    /** Nothing. */
    public static final Sum ZERO = new Sum(0, 0, 0);

    /** With more added; throws {@link ArithmeticException} when out of range. */
    public Sum plus(long moreAmount, long moreMeasured, long moreInterpolated) {
        return new Sum(Math.addExact(amount, moreAmount), measured + moreMeasured, interpolated + moreInterpolated);
    }

    /** Two sums in one; throws {@link ArithmeticException} when out of range. */
    public Sum plus(Sum more) {
        return plus(more.amount, more.measured, more.interpolated);
    }
}
