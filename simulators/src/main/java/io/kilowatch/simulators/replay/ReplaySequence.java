package io.kilowatch.simulators.replay;

import io.kilowatch.simulators.device.DeviceReading;
import io.kilowatch.simulators.feed.Feed;
import io.kilowatch.simulators.feed.FeedReading;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The readings of a feed as they are sent, lap after lap; the same at each run. Close it. */
final class ReplaySequence implements Iterator<FeedReading>, AutoCloseable {
    private final Feed feed;
    private final Survey survey;
    private final Order order;
    private final Duration shift;
    private long lap;
    private @Nullable Stream<FeedReading> stream;
    private Iterator<FeedReading> rest;

    /**
     * A sequence that begins with a lap.
     *
     * @param lap the first is 0
     */
    ReplaySequence(Feed feed, Survey survey, Order order, long lap) {
        this.feed = feed;
        this.survey = survey;
        this.order = order;
        this.shift = order.shift().of(survey);
        this.lap = lap;
        this.rest = lap < order.laps() ? begin() : Collections.emptyIterator();
    }

    private Iterator<FeedReading> begin() {
        Stream<FeedReading> fresh = feed.readings(bad -> {});
        stream = fresh;
        if (order.shuffle().isEmpty()) {
            return fresh.iterator();
        }
        List<FeedReading> all = new ArrayList<>(fresh.toList());
        Collections.shuffle(all, new Random(order.shuffle().getAsLong() + lap));
        return all.iterator();
    }

    @Override
    public boolean hasNext() {
        while (!rest.hasNext() && survey.count() > 0 && lap + 1 < order.laps()) {
            close();
            lap++;
            rest = begin();
        }
        return rest.hasNext();
    }

    @Override
    public FeedReading next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        FeedReading one = rest.next();
        return lap == 0 && shift.isZero() ? one : moved(one);
    }

    private FeedReading moved(FeedReading one) {
        DeviceReading reading = one.reading();
        Duration later = order.onward() ? shift.plus(survey.wholeDays().multipliedBy(lap)) : shift;
        BigDecimal value = order.onward() ? reading.value().add(advance(one)) : reading.value();
        return new FeedReading(
                one.device(),
                new DeviceReading(reading.meter(), reading.at().plus(later), reading.kind(), value, reading.source()));
    }

    private BigDecimal advance(FeedReading one) {
        return survey.advance(one.device(), one.reading().meter()).multiply(BigDecimal.valueOf(lap));
    }

    @Override
    public void close() {
        if (stream != null) {
            stream.close();
        }
    }
}
