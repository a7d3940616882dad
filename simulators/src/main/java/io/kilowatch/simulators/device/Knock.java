package io.kilowatch.simulators.device;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;

/** One attempt to sign in, of which only the answer matters. */
public final class Knock {
    private Knock() {}

    /** Signs in once and leaves at once; the future tells, on the loop, whether it was let in, and never fails. */
    public static CompletableFuture<Boolean> at(DeviceAddress address, ScheduledExecutorService loop) {
        CompletableFuture<Boolean> letIn = new CompletableFuture<>();
        Session session = new Session(address, loop);
        letIn.thenAccept(answer -> session.end());
        loop.execute(() -> session.start(() -> letIn.complete(true), cause -> letIn.complete(false), receipt -> {}));
        return letIn;
    }
}
