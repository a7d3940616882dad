package io.kilowatch.deploy.bench;

/**
 * Every register of every plant at one time after another, a batch for each plant and time.
 *
 * @param plants who sends
 * @param first the first quarter hour
 * @param step from one time to the next, in quarter hours
 * @param times how many times
 */
record OrderedFeed(BenchPlants plants, int first, int step, int times) implements Feed {
    @Override
    public int batches() {
        return times * plants.plants();
    }

    @Override
    public int batchSize() {
        return plants.meters();
    }

    @Override
    public int plant(int batch) {
        return batch % plants.plants();
    }

    @Override
    public int meter(int batch, int place) {
        return place;
    }

    @Override
    public int quarter(int batch, int place) {
        return first + batch / plants.plants() * step;
    }
}
