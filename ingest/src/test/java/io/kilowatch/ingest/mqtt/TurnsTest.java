package io.kilowatch.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.vertx.core.net.NetSocket;
import java.lang.reflect.Proxy;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final long HALF = Turns.LENGTH / 2 + 1;

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Turns turns = new Turns(channel.eventLoop());

    /** A socket that only knows whether it is paused, and what comes over it when it no longer is. */
    private static final class Socket {
        private boolean paused;
        private int resumed;
        private Runnable whenResumed = () -> {};
        private final Tap tap = new Tap((NetSocket) Proxy.newProxyInstance(
                Socket.class.getClassLoader(), new Class<?>[] {NetSocket.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "pause" -> paused = true;
                        case "resume" -> {
                            paused = false;
                            resumed++;
                            whenResumed.run();
                        }
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                    return proxy;
                }));
    }

    @Test
    void anEnterpriseThatHasHadItsTurnWaitsForTheNextRound() {
        Socket loud = new Socket();
        Socket other = new Socket();
        Turns.Turn long1 = turns.join("E");
        Turns.Turn short1 = turns.join("F");

        turns.spent(long1, loud.tap, HALF);
        turns.spent(short1, other.tap, HALF);
        assertThat(loud.paused).isFalse();
        turns.spent(long1, loud.tap, HALF);

        assertThat(loud.paused).isTrue();
        assertThat(other.paused).isFalse();
        nextRound();
        assertThat(loud.paused).isFalse();
    }

    @Test
    void itsSessionsHaveOneTurnTogetherAndTakeItOneAfterTheOther() {
        turns.join("F");
        Turns.Turn turn = turns.join("E");
        Socket[] sockets = {new Socket(), new Socket(), new Socket()};
        for (Socket socket : sockets) {
            turns.spent(turn, socket.tap, Turns.LENGTH + 1);
        }
        assertThat(sockets).allMatch(socket -> socket.paused);

        // Each has enough waiting for a whole turn.
        for (Socket socket : sockets) {
            socket.whenResumed = () -> turns.spent(turn, socket.tap, Turns.LENGTH + 1);
        }
        for (int round = 0; round < 6; round++) {
            nextRound();
        }

        assertThat(sockets).allMatch(socket -> socket.resumed == 2);
    }

    @Test
    void whoeverIsAloneNeverWaits() {
        Socket socket = new Socket();
        Turns.Turn turn = turns.join("E");

        turns.spent(turn, socket.tap, 100 * Turns.LENGTH);

        assertThat(socket.paused).isFalse();
    }

    @Test
    void anEnterpriseWithoutSessionsIsForgotten() {
        Socket socket = new Socket();
        turns.join("F");
        turns.leave("F");
        Turns.Turn turn = turns.join("E");

        turns.spent(turn, socket.tap, 100 * Turns.LENGTH);

        assertThat(socket.paused).isFalse();
    }

    private void nextRound() {
        channel.advanceTimeBy(1, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }
}
