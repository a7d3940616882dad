package io.kilowatch.simulators.device;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How far an unbroken row of messages was answered, where answers may overtake each other.
 *
 * @param <P> a place in what is sent
 */
public final class InOrder<P> {
    private final Deque<Mark<P>> open = new ArrayDeque<>();
    private Optional<P> reached = Optional.empty();

    /** A message on its way. */
    public static final class Mark<P> {
        private final P place;
        private boolean answered;

        private Mark(P place) {
            this.place = place;
        }
    }

    /** Notes that a message was sent that reaches up to a place. */
    public synchronized Mark<P> sent(P place) {
        Mark<P> mark = new Mark<>(place);
        open.add(mark);
        return mark;
    }

    /** Notes that a message was answered. */
    public synchronized void answered(Mark<P> mark) {
        mark.answered = true;
        while (!open.isEmpty() && open.peek().answered) {
            reached = Optional.of(open.remove().place);
        }
    }

    /** The place up to which everything was answered; nothing where not even the first message was. */
    public synchronized Optional<P> reached() {
        return reached;
    }

    /** Messages whose answers, or those of earlier ones, are awaited. */
    public synchronized int outstanding() {
        return open.size();
    }
}
