package io.kilowatch.ingest.mqtt;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An MQTT client that sends exactly the packets it is told to and shows exactly those that come. */
final class RawClient implements AutoCloseable {
    private static final int SECONDS_TO_WAIT = 30;

    private final Socket socket;
    private final OutputStream out;
    private final EmbeddedChannel codec =
            new EmbeddedChannel(MqttEncoder.INSTANCE, new MqttDecoder(10_000_000, 10_000));
    private final MqttVersion version;

    RawClient(int port, MqttVersion version) throws IOException {
        this(new Socket("127.0.0.1", port), version);
    }

    /** A client on a socket that is connected. */
    RawClient(Socket socket, MqttVersion version) throws IOException {
        this.socket = socket;
        this.socket.setTcpNoDelay(true);
        this.out = socket.getOutputStream();
        this.version = version;
    }

    MqttConnAckMessage connect(String user, String password) throws IOException {
        send(connectPacket(user, password));
        return (MqttConnAckMessage) next();
    }

    MqttMessage connectPacket(String user, String password) {
        return connectPacket("a client whose id has more than twenty-three characters", user, password);
    }

    /** A CONNECT without user name and password. */
    MqttMessage connectPacket() {
        return connectPacket("a client", null, null);
    }

    MqttMessage connectPacket(String clientId, @Nullable String user, @Nullable String password) {
        MqttMessageBuilders.ConnectBuilder builder = MqttMessageBuilders.connect()
                .protocolVersion(version)
                .clientId(clientId)
                .cleanSession(true)
                .keepAlive(60)
                .hasUser(user != null)
                .hasPassword(password != null);
        if (user != null) {
            builder.username(user);
        }
        if (password != null) {
            builder.password(password.getBytes(StandardCharsets.UTF_8));
        }
        return builder.build();
    }

    /** Sends a CONNECT and waits for its answer. */
    MqttConnAckMessage connect(MqttMessage packet) throws IOException {
        send(packet);
        return (MqttConnAckMessage) next();
    }

    void publish(String topic, MqttQoS qos, int packetId, String payload) throws IOException {
        send(publishPacket(topic, qos, packetId, payload));
    }

    static MqttMessage publishPacket(String topic, MqttQoS qos, int packetId, String payload) {
        return MqttMessageBuilders.publish()
                .topicName(topic)
                .qos(qos)
                .messageId(packetId)
                .payload(Unpooled.copiedBuffer(payload, StandardCharsets.UTF_8))
                .build();
    }

    /** Connects with a keep-alive of some seconds. */
    MqttConnAckMessage connect(String user, String password, int keepAlive) throws IOException {
        send(MqttMessageBuilders.connect()
                .protocolVersion(version)
                .clientId("a client")
                .cleanSession(true)
                .keepAlive(keepAlive)
                .username(user)
                .password(password.getBytes(StandardCharsets.UTF_8))
                .build());
        return (MqttConnAckMessage) next();
    }

    void ping() throws IOException {
        send(new MqttMessage(new MqttFixedHeader(MqttMessageType.PINGREQ, false, MqttQoS.AT_MOST_ONCE, false, 0)));
    }

    void subscribe(int packetId, String filter) throws IOException {
        send(MqttMessageBuilders.subscribe()
                .messageId(packetId)
                .addSubscription(MqttQoS.AT_LEAST_ONCE, filter)
                .build());
    }

    void release(int packetId) throws IOException {
        MqttFixedHeader header = new MqttFixedHeader(MqttMessageType.PUBREL, false, MqttQoS.AT_LEAST_ONCE, false, 0);
        send(new MqttMessage(header, MqttMessageIdVariableHeader.from(packetId)));
    }

    /** Sends packets in one write. */
    void send(MqttMessage... packets) throws IOException {
        send(encoded(packets));
    }

    /** Packets as they go over the wire. */
    byte[] encoded(MqttMessage... packets) {
        ByteBuf all = Unpooled.buffer();
        for (MqttMessage packet : packets) {
            codec.writeOutbound(packet);
            for (ByteBuf part = codec.readOutbound(); part != null; part = codec.readOutbound()) {
                all.writeBytes(part);
                part.release();
            }
        }
        byte[] bytes = new byte[all.readableBytes()];
        all.readBytes(bytes);
        return bytes;
    }

    void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** The next packet; waits for it. */
    MqttMessage next() throws IOException {
        MqttMessage packet = next(SECONDS_TO_WAIT * 1_000);
        if (packet == null) {
            throw new IOException("no packet came");
        }
        return packet;
    }

    /** The next packet, or null if none comes within a time or the connection is closed. */
    @Nullable
    MqttMessage next(int millis) throws IOException {
        socket.setSoTimeout(millis);
        byte[] chunk = new byte[4_096];
        for (MqttMessage packet = codec.readInbound(); ; packet = codec.readInbound()) {
            if (packet != null) {
                return packet;
            }
            try {
                int length = socket.getInputStream().read(chunk);
                if (length < 0) {
                    return null;
                }
                codec.writeInbound(Unpooled.copiedBuffer(chunk, 0, length));
            } catch (SocketTimeoutException e) {
                return null;
            }
        }
    }

    /** Whether the gateway closes the connection; reads what still comes. */
    boolean isClosedByServer() throws IOException {
        socket.setSoTimeout(SECONDS_TO_WAIT * 1_000);
        try {
            while (socket.getInputStream().read() >= 0) {}
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
