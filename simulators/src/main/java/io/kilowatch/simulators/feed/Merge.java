package io.kilowatch.simulators.feed;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Streams as one: always the earliest of their next readings, of the first stream where there are several. */
final class Merge extends Spliterators.AbstractSpliterator<FeedReading> {
    private final PriorityQueue<Head> heads = new PriorityQueue<>(
            Comparator.comparing((Head head) -> head.first().at()).thenComparing(Head::place));

    private record Head(FeedReading first, int place, Iterator<FeedReading> rest) {}

    Merge(List<Stream<FeedReading>> streams) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        for (int place = 0; place < streams.size(); place++) {
            add(place, streams.get(place).iterator());
        }
    }

    private void add(int place, Iterator<FeedReading> rest) {
        if (rest.hasNext()) {
            heads.add(new Head(rest.next(), place, rest));
        }
    }

    @Override
    public boolean tryAdvance(Consumer<? super FeedReading> action) {
        Head head = heads.poll();
        if (head == null) {
            return false;
        }
        action.accept(head.first());
        add(head.place(), head.rest());
        return true;
    }
}
