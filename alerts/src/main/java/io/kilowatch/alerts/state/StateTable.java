package io.kilowatch.alerts.state;

import static io.kilowatch.alerts.state.Status.ACKNOWLEDGED;
import static io.kilowatch.alerts.state.Status.CLEARED;
import static io.kilowatch.alerts.state.Status.OPEN;

import io.kilowatch.alerts.state.Event.Signal;
import io.kilowatch.domain.Reason;
import io.kilowatch.domain.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What each event does to an alert in each status.
 *
 * <table>
 * <caption>next status, and the history entry in brackets</caption>
 * <tr><th></th><th>no alert</th><th>open</th><th>acknowledged</th><th>cleared</th></tr>
 * <tr><td>exceeds</td><td>open [opened]</td><td>open [updated*, confirmed*]</td>
 *     <td>acknowledged [updated*, confirmed*]</td><td>open [reopened]</td></tr>
 * <tr><td>within</td><td>–</td><td>cleared [cleared]</td><td>cleared [cleared]</td><td>–</td></tr>
 * <tr><td>cannot be judged</td><td>–</td><td>open [qualified*]</td><td>acknowledged [qualified*]</td><td>–</td></tr>
 * <tr><td>acknowledge</td><td>–</td><td>acknowledged [acknowledged]</td>
 *     <td>acknowledged [acknowledged*]</td><td>refused</td></tr>
 * </table>
 *
 * <p>Entries with a star are written only when they say something new: <i>updated</i> when the value has moved by
 * {@link #STEP_PERCENT} of the limit since the last entry or the limit changed, <i>confirmed</i> instead of it when the
 * alert was qualified, <i>qualified</i> when the kinds of reason differ, <i>acknowledged</i> when the name or the note
 * differ. The figures are kept current all the same; a cleared alert keeps the figures that cleared it. The same event
 * once more therefore never changes anything.
 */
public final class StateTable {
    /** How far a value moves, in percent of its limit, before the history has an entry of it. */
    public static final int STEP_PERCENT = 1;

    private static final BigDecimal STEP = BigDecimal.valueOf(STEP_PERCENT, 2);

    private record Move(Status to, TransitionKind entry) {}

    private static final Map<Signal, Map<Status, Move>> MOVES = Map.of(
            Signal.EXCEEDS,
            Map.of(
                    OPEN, new Move(OPEN, TransitionKind.UPDATED),
                    ACKNOWLEDGED, new Move(ACKNOWLEDGED, TransitionKind.UPDATED),
                    CLEARED, new Move(OPEN, TransitionKind.REOPENED)),
            Signal.WITHIN,
            Map.of(
                    OPEN, new Move(CLEARED, TransitionKind.CLEARED),
                    ACKNOWLEDGED, new Move(CLEARED, TransitionKind.CLEARED)),
            Signal.CANNOT_BE_JUDGED,
            Map.of(
                    OPEN, new Move(OPEN, TransitionKind.QUALIFIED),
                    ACKNOWLEDGED, new Move(ACKNOWLEDGED, TransitionKind.QUALIFIED)),
            Signal.ACKNOWLEDGE,
            Map.of(
                    OPEN, new Move(ACKNOWLEDGED, TransitionKind.ACKNOWLEDGED),
                    ACKNOWLEDGED, new Move(ACKNOWLEDGED, TransitionKind.ACKNOWLEDGED)));

    private StateTable() {}

    /** What a verdict does where there is no alert yet. */
    public static Step first(Verdict verdict, Instant at) {
        Event event = Event.of(verdict);
        if (event.signal() != Signal.EXCEEDS) {
            return new Step.Unchanged();
        }
        Figures figures = event.figures().orElseThrow();
        Alert alert = new Alert(
                AlertKey.of(verdict),
                verdict.name(),
                verdict.unit(),
                OPEN,
                List.of(),
                figures,
                figures,
                figures.value(),
                at,
                at,
                at,
                1,
                Optional.empty());
        return new Step.Moved(alert, Transition.of(alert, TransitionKind.OPENED, "", ""));
    }

    /** What an event does to an alert. */
    public static Step next(Alert alert, Event event, Instant at) {
        Move move = MOVES.getOrDefault(event.signal(), Map.of()).get(alert.status());
        if (move == null) {
            return event.signal() == Signal.ACKNOWLEDGE ? new Step.Refused(alert.status()) : new Step.Unchanged();
        }
        Alert seen = event.figures()
                .map(figures ->
                        alert.seen(figures.orElse(alert.figures()), event.reasons(), event.signal() == Signal.EXCEEDS))
                .orElse(alert);
        TransitionKind entry = entry(move, alert, seen, event);
        if (entry == null) {
            return seen.equals(alert) ? new Step.Unchanged() : new Step.Refreshed(seen);
        }
        Alert moved = seen.moved(entry, move.to(), at);
        if (event.signal() == Signal.ACKNOWLEDGE) {
            moved = moved.acknowledged(new Alert.Acknowledgement(event.by(), event.note(), at));
        }
        return new Step.Moved(moved, Transition.of(moved, entry, event.by(), event.note()));
    }

    private static @Nullable TransitionKind entry(Move move, Alert before, Alert seen, Event event) {
        return switch (move.entry()) {
            case UPDATED -> {
                if (before.isQualified()) {
                    yield TransitionKind.CONFIRMED;
                }
                yield hasMoved(before.noted(), seen.figures()) ? TransitionKind.UPDATED : null;
            }
            case QUALIFIED -> codes(before.reservations()).equals(codes(seen.reservations())) ? null : move.entry();
            case ACKNOWLEDGED -> isRepeated(before, event) ? null : move.entry();
            case OPENED, CONFIRMED, CLEARED, REOPENED -> move.entry();
        };
    }

    private static boolean hasMoved(Figures noted, Figures newest) {
        if (!noted.limit().equals(newest.limit())
                || noted.value().isEmpty()
                || newest.value().isEmpty()) {
            return !noted.limit().equals(newest.limit()) || !noted.value().equals(newest.value());
        }
        BigDecimal moved = newest.value().get().subtract(noted.value().get()).abs();
        BigDecimal step = newest.limit().orElse(BigDecimal.ZERO).abs().multiply(STEP);
        return moved.signum() > 0 && moved.compareTo(step) >= 0;
    }

    private static boolean isRepeated(Alert alert, Event event) {
        return alert.acknowledgement()
                .filter(last -> last.by().equals(event.by()) && last.note().equals(event.note()))
                .isPresent();
    }

    private static Set<String> codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::code).collect(Collectors.toSet());
    }
}
