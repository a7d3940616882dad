package io.kilowatch.deploy.bench.gateway;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;

/** A server that acknowledges whatever it is sent, and does nothing else: what a load alone is measured against. */
final class AckServer implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final int port;

    private AckServer(int loops) {
        int[] found = new int[1];
        DeploymentOptions options = new DeploymentOptions().setInstances(loops);
        await(vertx.deployVerticle(() -> new Listener(found), options));
        this.port = found[0];
    }

    static AckServer start(int loops) {
        return new AckServer(loops);
    }

    int port() {
        return port;
    }

    private static void await(Future<?> future) {
        future.toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    /** One event loop's share of the port. */
    private static final class Listener extends VerticleBase {
        private static final int SHARED = -1;

        private final int[] found;

        Listener(int[] found) {
            this.found = found;
        }

        @Override
        public Future<?> start() {
            NetServerOptions options = new NetServerOptions().setTcpNoDelay(true);
            return vertx.createNetServer(options)
                    .connectHandler(socket -> socket.handler(new Acknowledger(socket)))
                    .listen(SHARED, "127.0.0.1")
                    .onSuccess(this::listens);
        }

        private void listens(NetServer server) {
            synchronized (found) {
                found[0] = server.actualPort();
            }
        }
    }
}
