package io.kilowatch.deploy.bench;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Batches of one reading each, of energy meters drawn at random; each is the next quarter hour of its meter.
 *
 * @param plants who sends
 * @param drawn the meter of each batch, counted through all plants
 * @param quarters the quarter hour of each batch
 */
record SingleFeed(BenchPlants plants, List<Integer> drawn, List<Integer> quarters) implements Feed {
    /**
     * Draws a feed.
     *
     * @param next the next quarter hour of each meter, which is moved on
     */
    static SingleFeed draw(BenchPlants plants, int[] next, int batches, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Integer> drawn = IntStream.range(0, batches)
                .map(batch -> random.nextInt(plants.plants()) * plants.meters()
                        + random.nextInt(AccountingDocuments.energyMeters(plants)))
                .boxed()
                .toList();
        return new SingleFeed(
                plants, drawn, drawn.stream().map(meter -> next[meter]++).toList());
    }

    @Override
    public int batches() {
        return drawn.size();
    }

    @Override
    public int batchSize() {
        return 1;
    }

    @Override
    public int plant(int batch) {
        return drawn.get(batch) / plants.meters();
    }

    @Override
    public int meter(int batch, int place) {
        return drawn.get(batch) % plants.meters();
    }

    @Override
    public int quarter(int batch, int place) {
        return quarters.get(batch);
    }
}
