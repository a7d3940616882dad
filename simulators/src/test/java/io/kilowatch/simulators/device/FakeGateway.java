package io.kilowatch.simulators.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A gateway for tests that keeps what it is sent and answers as it is told to. */
public final class FakeGateway implements AutoCloseable {
    private static final int RECEIVE_MAXIMUM = 0x21;

    private final Vertx vertx = Vertx.vertx();
    private final List<DeviceReading> readings = new CopyOnWriteArrayList<>();
    private final List<String> users = new CopyOnWriteArrayList<>();
    private final List<MqttEndpoint> endpoints = new CopyOnWriteArrayList<>();
    private volatile BiConsumer<MqttEndpoint, MqttPublishMessage> answer = FakeGateway::acknowledge;
    private volatile int receiveMaximum = 1000;
    private @Nullable MqttServer server;
    private int port;

    /** Starts to listen, on the same port as before if it did already. */
    public FakeGateway start() {
        server = MqttServer.create(
                vertx,
                new MqttServerOptions().setPort(port).setHost("127.0.0.1").setMaxMessageSize(1 << 20));
        server.endpointHandler(this::connected);
        server.exceptionHandler(fault -> {});
        port = await(server.listen()).actualPort();
        return this;
    }

    /** Stops to listen and drops every connection. */
    public void stop() {
        MqttServer old = server;
        if (old != null) {
            dropAll();
            await(old.close());
            server = null;
        }
    }

    /** Where it listens. */
    public Gateway address() {
        return new Gateway("127.0.0.1", port, false);
    }

    /** From now on, what happens to a message after its readings were noted. */
    public void answerWith(BiConsumer<MqttEndpoint, MqttPublishMessage> how) {
        answer = how;
    }

    /** From now on, the Receive Maximum that is announced. */
    public void announceReceiveMaximum(int most) {
        receiveMaximum = most;
    }

    /** Drops every connection. */
    public void dropAll() {
        for (MqttEndpoint endpoint : endpoints) {
            endpoints.remove(endpoint);
            if (endpoint.isConnected()) {
                endpoint.close();
            }
        }
    }

    /** Every reading of every message, repeats included. */
    public List<DeviceReading> readings() {
        return List.copyOf(readings);
    }

    /** The users of every connection, in order. */
    public List<String> users() {
        return List.copyOf(users);
    }

    /** The usual answer. */
    public static void acknowledge(MqttEndpoint endpoint, MqttPublishMessage message) {
        endpoint.publishAcknowledge(message.messageId());
    }

    /** The answer with a reason code. */
    public static BiConsumer<MqttEndpoint, MqttPublishMessage> refuse(MqttPubAckReasonCode code) {
        return (endpoint, message) ->
                endpoint.publishAcknowledge(message.messageId(), code, MqttProperties.NO_PROPERTIES);
    }

    /** Sends a receipt to every device that is connected. */
    public void sendReceipt(String json) {
        for (MqttEndpoint endpoint : endpoints) {
            String topic = "kw/v1/" + endpoint.auth().getUsername() + "/receipts";
            endpoint.publish(topic, Buffer.buffer(json), MqttQoS.AT_MOST_ONCE, false, false);
        }
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private void connected(MqttEndpoint endpoint) {
        users.add(endpoint.auth().getUsername());
        endpoint.subscribeHandler(
                subscribe -> endpoint.subscribeAcknowledge(subscribe.messageId(), List.of(MqttQoS.AT_LEAST_ONCE)));
        endpoint.publishHandler(message -> {
            note(message);
            answer.accept(endpoint, message);
        });
        endpoint.exceptionHandler(fault -> {});
        endpoint.closeHandler(closed -> endpoints.remove(endpoint));
        if (endpoint.auth().getPassword().equals("wrong")) {
            endpoint.reject(MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5);
            return;
        }
        endpoints.add(endpoint);
        MqttProperties properties = new MqttProperties();
        properties.add(new MqttProperties.IntegerProperty(RECEIVE_MAXIMUM, receiveMaximum));
        endpoint.accept(false, properties);
    }

    private void note(MqttPublishMessage message) {
        try {
            List<DeviceReading> batch = new ArrayList<>();
            for (JsonNode one :
                    new ObjectMapper().readTree(message.payload().getBytes()).path("readings")) {
                batch.add(reading(one));
            }
            readings.addAll(batch);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DeviceReading reading(JsonNode one) {
        Instant at = OffsetDateTime.parse(one.path("at").asText()).toInstant();
        for (ReadingKind kind : ReadingKind.values()) {
            if (one.has(kind.member())) {
                ReadingSource source = ReadingSource.valueOf(
                        one.path("source").asText("measured").toUpperCase(Locale.ROOT));
                return new DeviceReading(
                        one.path("meter").asText(),
                        at,
                        kind,
                        new BigDecimal(one.path(kind.member()).asText()),
                        source);
            }
        }
        throw new IllegalStateException("no value in " + one);
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (InterruptedException
                | java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
