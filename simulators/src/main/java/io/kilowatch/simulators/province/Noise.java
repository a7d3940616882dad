package io.kilowatch.simulators.province;

/**
 * A source of noise without state: the same seed and index always give the same number, in any order of asking.
 *
 * @param seed chooses the stream
 */
public record Noise(long seed) {

    /** An independent stream of its own, by name. */
    public Noise stream(String name) {
        long mixed = seed;
        for (int place = 0; place < name.length(); place++) {
            mixed = mix(mixed ^ name.charAt(place));
        }
        return new Noise(mixed);
    }

    /** Evenly spread over [0, 1). */
    public double uniform(long index) {
        return (mix(seed + index * 0x9E3779B97F4A7C15L) >>> 11) * 0x1.0p-53;
    }

    /** Bell-shaped around 0 with a standard deviation of 1 and bounded by ±3. */
    public double bell(long index) {
        double sum = 0;
        for (int part = 0; part < 4; part++) {
            sum += uniform(4 * index + part);
        }
        return (sum - 2) * 1.7320508075688772 * 0.866;
    }

    /** Smooth in its argument: random between −1 and 1 at whole numbers, eased in between. */
    public double smooth(double at) {
        double floor = StrictMath.floor(at);
        double part = at - floor;
        double eased = part * part * (3 - 2 * part);
        double from = 2 * uniform((long) floor) - 1;
        double to = 2 * uniform((long) floor + 1) - 1;
        return from + (to - from) * eased;
    }

    /** SplitMix64's finaliser. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
