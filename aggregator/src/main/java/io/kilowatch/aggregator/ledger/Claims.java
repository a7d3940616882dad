package io.kilowatch.aggregator.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was ever claimed of one meter and instant, and which of it counts.
 *
 * <p>The claim made last counts, by the gateway's receive time and then by its place in the partition. Of the claims that
 * say the same as it the first stands for them, so that evidence shows who said it first and when. The others are kept
 * aside: they repeat it, or it replaced them. All of it is a function of the set of claims.
 */
public final class Claims {
    private Claims() {}

    /**
     * What becomes of claims.
     *
     * @param counting the one that stands for what counts
     * @param aside those to be put aside now
     * @param takenUp the one that was aside and counts again; none or one
     */
    public record Settled(Point counting, List<Point> aside, List<Point> takenUp) {}

    /**
     * Settles new claims of an instant.
     *
     * @param stored the one that stood for what counted, if any
     * @param storedAside those kept aside; may be left out where all of {@code entering} agree with {@code stored}
     * @param entering one or more
     */
    public static Settled settle(@Nullable Point stored, List<Point> storedAside, List<Point> entering) {
        List<Point> all = new ArrayList<>(storedAside.size() + entering.size() + 1);
        if (stored != null) {
            all.add(stored);
        }
        all.addAll(storedAside);
        all.addAll(entering);
        Point latest = all.get(0);
        for (Point claim : all) {
            latest = claim.isAfter(latest) ? claim : latest;
        }
        Point counting = latest;
        for (Point claim : all) {
            counting = claim.agreesWith(latest) && counting.isAfter(claim) ? claim : counting;
        }
        List<Point> aside = new ArrayList<>(entering.size());
        if (stored != null && !stored.is(counting)) {
            aside.add(stored);
        }
        for (Point claim : entering) {
            if (!claim.is(counting)) {
                aside.add(claim);
            }
        }
        Point chosen = counting;
        return new Settled(
                counting, aside, storedAside.stream().filter(chosen::is).toList());
    }
}
