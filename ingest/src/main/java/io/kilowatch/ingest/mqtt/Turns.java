package io.kilowatch.ingest.mqtt;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Shares the time of one event loop among enterprises: in each round of the loop, one that has had its turn waits for the
 * next, and meanwhile the loop reads what the others have sent. Used on the event loop only.
 */
final class Turns {
    /** How long a turn is, in nanoseconds. */
    static final long LENGTH = 1_000_000;

    private final EventLoop loop;
    private final Map<String, Turn> turns = new HashMap<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long round;
    private boolean called;

    /** The turn of one enterprise. */
    static final class Turn {
        private long round;
        private long used;
        private int sessions;

        /** Whether it is over in a round. */
        private boolean isOver(long now) {
            return round == now && used > LENGTH;
        }
    }

    private record Waiting(Turn turn, Tap tap) {}

    Turns(EventLoop loop) {
        this.loop = loop;
    }

    /** The turn that a new session of an enterprise takes part in. */
    Turn join(String enterprise) {
        Turn turn = turns.computeIfAbsent(enterprise, key -> new Turn());
        turn.sessions++;
        return turn;
    }

    /** A session has ended. */
    void leave(String enterprise) {
        turns.computeIfPresent(enterprise, (key, turn) -> --turn.sessions == 0 ? null : turn);
    }

    /** Time was spent on a session's message; shuts its tap until the next round if that ends the turn. */
    void spent(Turn turn, Tap tap, long nanos) {
        if (turn.round != round) {
            turn.round = round;
            turn.used = 0;
        }
        turn.used += nanos;
        if (turn.isOver(round) && turns.size() > 1) {
            tap.hold(Tap.Hold.TURN);
            waiting.add(new Waiting(turn, tap));
            call();
        }
    }

    /** A task would run before the sockets are looked at again; what is scheduled runs after. */
    private void call() {
        if (!called) {
            called = true;
            loop.schedule(this::next, 1, TimeUnit.NANOSECONDS);
        }
    }

    private void next() {
        called = false;
        round++;
        List<Waiting> passedOver = new ArrayList<>();
        for (int left = waiting.size(); left > 0; left--) {
            Waiting first = waiting.remove();
            if (first.turn.isOver(round)) {
                passedOver.add(first);
            } else {
                first.tap.release(Tap.Hold.TURN);
            }
        }
        for (int i = passedOver.size() - 1; i >= 0; i--) {
            waiting.addFirst(passedOver.get(i)); // before those that have just had their turn
        }
        if (!waiting.isEmpty()) {
            call();
        }
    }
}
