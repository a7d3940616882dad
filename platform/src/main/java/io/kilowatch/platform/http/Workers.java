package io.kilowatch.platform.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Callable;

/** The named threads that requests are answered from, so that nothing blocks an event loop. */
public final class Workers implements AutoCloseable {
    private final WorkerExecutor threads;

    /** Some threads of a name. */
    public Workers(Vertx vertx, String name, int count) {
        this.threads = vertx.createSharedWorkerExecutor(name, count);
    }

    /** A handler that answers from one of the threads. */
    public Handler<RoutingContext> answering(Endpoint endpoint) {
        return context -> {
            Query query = Query.of(context);
            answer(context, () -> endpoint.answer(query));
        };
    }

    /** Answers a request with what work on one of the threads gives. */
    public void answer(RoutingContext context, Callable<Reply> work) {
        threads.executeBlocking(work, false)
                .onSuccess(reply -> reply.send(context))
                .onFailure(context::fail);
    }

    @Override
    public void close() {
        threads.close();
    }
}
