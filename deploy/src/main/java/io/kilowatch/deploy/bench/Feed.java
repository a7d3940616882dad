package io.kilowatch.deploy.bench;

/** Batches of readings in the order in which they are sent, each batch of one plant. */
interface Feed {
    /** How many batches. */
    int batches();

    /** How many readings each batch has. */
    int batchSize();

    /** Whose batch it is. */
    int plant(int batch);

    /** The register of a reading, by its number within the plant. */
    int meter(int batch, int place);

    /** The quarter hour of a reading, as {@link Registers} counts them. */
    int quarter(int batch, int place);

    /** How many readings. */
    default long readings() {
        return (long) batches() * batchSize();
    }

    /** Some of its batches. */
    default Feed part(int from, int batches) {
        return new Part(this, from, batches);
    }

    /**
     * Some batches of a feed.
     *
     * @param whole the feed
     * @param from the first batch
     * @param batches how many
     */
    record Part(Feed whole, int from, int batches) implements Feed {
        /** Checks that the feed has them. */
        public Part {
            if (from < 0 || batches < 0 || from + batches > whole.batches()) {
                throw new IllegalArgumentException("the feed has " + whole.batches() + " batches");
            }
        }

        @Override
        public int batchSize() {
            return whole.batchSize();
        }

        @Override
        public int plant(int batch) {
            return whole.plant(from + batch);
        }

        @Override
        public int meter(int batch, int place) {
            return whole.meter(from + batch, place);
        }

        @Override
        public int quarter(int batch, int place) {
            return whole.quarter(from + batch, place);
        }
    }
}
