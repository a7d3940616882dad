package io.kilowatch.simulators.load;

import io.kilowatch.simulators.device.Gateway;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Many devices that publish as fast as they are acknowledged, each with a window of messages in flight.
 *
 * <p>It speaks just enough MQTT 3.1.1 from an event loop to load a gateway without becoming the load itself.
 */
public final class Load implements AutoCloseable {
    private static final long LONGEST_MINUTES = 30;

    private final NetClient client;
    private final List<LoadDevice> devices = new ArrayList<>();

    private Load(Vertx vertx) {
        this.client =
                vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true).setConnectTimeout(10_000));
    }

    /** Connects so many devices and waits until the gateway has let all of them in. */
    public static Load connect(Vertx vertx, Gateway gateway, Messages messages, int count, int window)
            throws InterruptedException, ExecutionException, TimeoutException {
        Load load = new Load(vertx);
        List<Future<Void>> connected = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LoadDevice device = new LoadDevice(messages, i, window);
            load.devices.add(device);
            connected.add(device.connected().future());
            load.client
                    .connect(gateway.port(), gateway.host())
                    .onSuccess(device::attach)
                    .onFailure(fault -> device.connected().tryFail(fault));
        }
        await(Future.all(connected));
        return load;
    }

    /** Sends so many messages from every device and waits until all are acknowledged. */
    public void send(int perDevice) throws InterruptedException, ExecutionException, TimeoutException {
        List<Future<Void>> done = new ArrayList<>();
        for (LoadDevice device : devices) {
            done.add(device.done().future());
            device.start(perDevice);
        }
        await(Future.all(done));
    }

    private static void await(Future<?> future) throws InterruptedException, ExecutionException, TimeoutException {
        future.toCompletionStage().toCompletableFuture().get(LONGEST_MINUTES, TimeUnit.MINUTES);
    }

    /** Closes every connection. */
    @Override
    public void close() {
        client.close().toCompletionStage().toCompletableFuture().join();
    }
}
