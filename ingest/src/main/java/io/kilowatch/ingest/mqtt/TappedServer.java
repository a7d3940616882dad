package io.kilowatch.ingest.mqtt;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.tls.SslContextProvider;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.ServerSSLOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrafficShapingOptions;
import io.vertx.core.net.impl.NetServerInternal;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A server that shows each new socket to others before and after the connect handler.
 *
 * @param server the server itself
 * @param first sees each socket before the connect handler does, which does not see it if this says no
 * @param then sees each socket after the connect handler did
 */
record TappedServer(NetServerInternal server, Predicate<NetSocket> first, Handler<NetSocket> then)
        implements NetServerInternal {
    @Override
    public NetServerInternal connectHandler(@Nullable Handler<NetSocket> handler) {
        server.connectHandler(socket -> {
            if (first.test(socket) && handler != null) {
                handler.handle(socket);
                then.handle(socket);
            }
        });
        return this;
    }

    @Override
    public Handler<NetSocket> connectHandler() {
        return server.connectHandler();
    }

    @Override
    public NetServerInternal exceptionHandler(Handler<Throwable> handler) {
        server.exceptionHandler(handler);
        return this;
    }

    @Override
    public SslContextProvider sslContextProvider() {
        return server.sslContextProvider();
    }

    @Override
    public Future<NetServer> listen() {
        return server.listen();
    }

    @Override
    public Future<NetServer> listen(SocketAddress address) {
        return server.listen(address);
    }

    @Override
    public Future<NetServer> listen(ContextInternal context, SocketAddress address) {
        return server.listen(context, address);
    }

    @Override
    public Future<Void> shutdown(long timeout, TimeUnit unit) {
        return server.shutdown(timeout, unit);
    }

    @Override
    public int actualPort() {
        return server.actualPort();
    }

    @Override
    public Future<Boolean> updateSSLOptions(ServerSSLOptions options, boolean force) {
        return server.updateSSLOptions(options, force);
    }

    @Override
    public Future<Boolean> updateTrafficShapingOptions(TrafficShapingOptions options) {
        return server.updateTrafficShapingOptions(options);
    }

    @Override
    public boolean isMetricsEnabled() {
        return server.isMetricsEnabled();
    }
}
