package io.kilowatch.aggregator.accounting;

import io.kilowatch.domain.Period;
import java.util.List;

/** The sums of one enterprise's meters, and how far its readings reach. */
public interface Figures {
    /** What flowed through a meter in a period, in millionths of the base unit. */
    long amount(String meter, Period period);

    /** The milliseconds of a period that a meter's readings cover by measurement. */
    long measured(String meter, Period period);

    /** Says which amounts are going to be asked for, so that they can be read at once. */
    default void prepare(List<String> meters, List<Period> periods) {}

    /** The end of the time that a meter's latest reading covers; {@link Long#MIN_VALUE} where there is none. */
    long coveredUntil(String meter);
}
