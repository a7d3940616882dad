package io.kilowatch.deploy.bench;

import java.util.BitSet;
import java.util.Random;

/**
 * Readings of random registers at random quarter hours in random order, each only once, a batch for a random plant.
 *
 * <p>It leaves out the quarter hours of the base: the readings that were there in time.
 */
final class LateFeed implements Feed {
    static final int BATCH = 50;

    private final int[] plants;
    private final int[] meters;
    private final int[] quarters;

    /**
     * Draws them; the same seed draws the same.
     *
     * @param plants who sends
     * @param days how many days they are spread over
     * @param baseStep quarter hours from one reading of the base to the next
     * @param batches how many batches
     */
    LateFeed(BenchPlants plants, int days, int baseStep, int batches, long seed) {
        int span = days * Registers.QUARTERS_PER_DAY;
        long cells = (long) plants.allMeters() * span;
        if (baseStep < 2 || cells > Integer.MAX_VALUE || (long) batches * BATCH > cells / 4) {
            throw new IllegalArgumentException("not for so many readings of so many registers: " + cells);
        }
        this.plants = new int[batches];
        this.meters = new int[batches * BATCH];
        this.quarters = new int[batches * BATCH];
        Random random = new Random(seed);
        BitSet drawn = new BitSet((int) cells);
        for (int batch = 0; batch < batches; batch++) {
            int plant = random.nextInt(plants.plants());
            this.plants[batch] = plant;
            for (int place = batch * BATCH; place < (batch + 1) * BATCH; ) {
                int meter = random.nextInt(plants.meters());
                int quarter = random.nextInt(span);
                int cell = (plant * plants.meters() + meter) * span + quarter;
                if (quarter % baseStep != 0 && !drawn.get(cell)) {
                    drawn.set(cell);
                    meters[place] = meter;
                    quarters[place] = quarter;
                    place++;
                }
            }
        }
    }

    @Override
    public int batches() {
        return plants.length;
    }

    @Override
    public int batchSize() {
        return BATCH;
    }

    @Override
    public int plant(int batch) {
        return plants[batch];
    }

    @Override
    public int meter(int batch, int place) {
        return meters[batch * BATCH + place];
    }

    @Override
    public int quarter(int batch, int place) {
        return quarters[batch * BATCH + place];
    }
}
