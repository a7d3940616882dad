package io.kilowatch.aggregator.ledger;

/**
 * One who follows the readings of a meter in time order, one per instant, and says of each what it comes to.
 *
 * <p>The sum of what is said of all readings is a function of these readings. What is held in between is a few readings,
 * so going on with the next one costs the same however many there were.
 */
public sealed interface Follower permits RegisterFollower, AmountFollower, PowerFollower {
    /** Takes the next reading, which is of the flow's kind and later than all before. */
    void take(Point point, Effects effects);

    /** The end of the time that the readings so far cover; {@link Long#MIN_VALUE} where there is none. */
    long coveredUntil();

    /** Whether both will say the same of whatever comes. */
    boolean standsWhere(Follower other);
}
