package io.kilowatch.ingest.mqtt;

import io.kilowatch.ingest.access.Admission;
import io.kilowatch.ingest.access.Credential;
import io.kilowatch.ingest.access.Identity;
import io.kilowatch.ingest.intake.Message;
import io.kilowatch.ingest.intake.Taken;
import io.kilowatch.ingest.intake.UserProperty;
import io.kilowatch.ingest.packet.PacketFault;
import io.kilowatch.ingest.reading.Catalogue;
import io.kilowatch.registry.topics.Channel;
import io.kilowatch.registry.topics.DeviceEvent.Ending;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttDisconnectMessage;
import io.vertx.mqtt.messages.MqttPubRecMessage;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An admitted client's connection. Everything happens on the event loop of its context.
 *
 * <p>A message is acknowledged when all its records are stored. What waits for that is bounded: an MQTT 5 client that
 * sends more than Receive Maximum is disconnected, and from any client no more is read while too much waits.
 */
final class Session {
    private static final Logger log = LoggerFactory.getLogger(Session.class);
    private static final int ERROR = 0x80;

    private final Gateway gateway;
    private final Lane lane;
    private final MqttEndpoint endpoint;
    private final Peer peer;
    private final Identity identity;
    private final Credential credential;
    private final String clientId;
    private final boolean five;
    private final Channel channel;
    private final ExactlyOnce exactlyOnce = new ExactlyOnce();
    private final Receipts receipts;
    private final TopicAliases aliases = new TopicAliases();
    private final Answers answers;
    private final Throttle throttle;
    private Ending ending = Ending.LOST;
    private boolean open = true;
    private boolean paused;
    private int inFlight;
    private int onceInFlight;
    private int bytesInFlight;

    Session(
            Gateway gateway,
            Lane lane,
            MqttEndpoint endpoint,
            Peer peer,
            Admission.Admitted admitted,
            String clientId) {
        this.gateway = gateway;
        this.lane = lane;
        this.endpoint = endpoint;
        this.peer = peer;
        this.identity = admitted.identity();
        this.credential = admitted.credential();
        this.clientId = clientId;
        this.five = endpoint.protocolVersion() >= Terms.MQTT_5;
        this.channel = new Channel(UUID.randomUUID().toString(), Terms.protocol(endpoint.protocolVersion()));
        this.receipts = new Receipts(endpoint, identity.receiptsTopic());
        this.answers = new Answers(endpoint, peer.socket(), lane.dispatch());
        this.throttle =
                new Throttle(lane, peer.tap(), identity, gateway.flows().open(identity), gateway.limitMetrics());
    }

    Identity identity() {
        return identity;
    }

    String clientId() {
        return clientId;
    }

    boolean isOpen() {
        return open;
    }

    void begin() {
        endpoint.publishHandler(this::published);
        endpoint.publishReleaseHandler(this::released);
        endpoint.publishReceivedMessageHandler(this::received);
        endpoint.disconnectMessageHandler(this::left);
        endpoint.subscribeHandler(receipts::subscribe);
        endpoint.unsubscribeHandler(receipts::unsubscribe);
        endpoint.exceptionHandler(this::failed);
        endpoint.closeHandler(closed -> closed());
        Sluice sluice = new Sluice(throttle::hasRoom, gateway.flows().ahead());
        sluice.install(peer.channel());
        peer.tap().put(sluice);
        SilenceWatch.begin(peer, () -> disconnect(MqttDisconnectReasonCode.KEEP_ALIVE_TIMEOUT));
        gateway.metrics().connected();
        gateway.devices().online(identity, channel, Terms.address(endpoint));
        gateway.sessions().add(this);
        log.debug("session opened [device: {}, client: {}, mqtt: {}]", identity, clientId, endpoint.protocolVersion());
    }

    private void published(MqttPublishMessage message) {
        if (!open) {
            return;
        }
        gateway.metrics().message();
        Optional<Catalogue> catalogue = gateway.catalogues().find(identity.enterprise());
        if (catalogue.isEmpty() || !credential.stands(catalogue.get())) {
            endUnauthorized();
        } else if (five && message.isRetain()) {
            disconnect(MqttDisconnectReasonCode.RETAIN_NOT_SUPPORTED);
        } else if (message.qosLevel() == MqttQoS.EXACTLY_ONCE) {
            publishedExactlyOnce(message, catalogue.get());
        } else {
            takeIn(message, catalogue.get());
        }
    }

    private void publishedExactlyOnce(MqttPublishMessage message, Catalogue catalogue) {
        int packetId = message.messageId();
        switch (exactlyOnce.published(packetId)) {
            case NEW -> takeIn(message, catalogue);
            case COMING -> log.debug("message repeated before it was stored [device: {}]", identity);
            case RECEIVED -> endpoint.publishReceived(packetId);
        }
    }

    private void takeIn(MqttPublishMessage message, Catalogue catalogue) {
        int atLeastOnce = message.qosLevel() == MqttQoS.AT_LEAST_ONCE ? 1 : 0;
        if (five
                && onceInFlight + atLeastOnce + exactlyOnce.size()
                        > gateway.terms().maxInFlight()) {
            disconnect(MqttDisconnectReasonCode.RECEIVE_MAXIMUM_EXCEEDED);
            return;
        }
        MqttProperties properties = message.properties();
        String topic = aliases.resolve(message.topicName(), properties);
        if (topic == null) {
            disconnect(MqttDisconnectReasonCode.PROTOCOL_ERROR);
            return;
        }
        if (five && message.qosLevel() != MqttQoS.AT_MOST_ONCE && throttle.isOverdrawn()) {
            refuseForNow(message);
            return;
        }
        long began = System.nanoTime();
        byte[] payload = message.payload().getBytes();
        boolean request = five && receipts.isResponse(Wishes.responseTopic(properties));
        List<UserProperty> carried = five ? Wishes.carried(properties) : List.of();
        Taken taken =
                gateway.intake().take(new Message(identity, catalogue, topic, payload, channel, carried, request));
        long sentAt = gateway.metrics().sent();
        int weight = Throttle.weight(taken);
        Delivery delivery = new Delivery(
                this,
                message.messageId(),
                message.qosLevel(),
                taken,
                weight,
                sentAt,
                request ? Wishes.correlation(properties) : null);
        inFlight++;
        onceInFlight += atLeastOnce;
        bytesInFlight += weight;
        if (taken.parcels().isEmpty()) {
            stored(delivery);
        } else {
            throttle.left(weight);
            lane.dispatch().send(delivery);
            brake();
        }
        throttle.took(payload.length, System.nanoTime() - began);
    }

    /** Its device or enterprise sends so fast that it would have to wait too long: it is told so, and sends it again. */
    private void refuseForNow(MqttPublishMessage message) {
        if (message.qosLevel() == MqttQoS.EXACTLY_ONCE) {
            exactlyOnce.stored(message.messageId(), false);
        }
        answers.tooFast(message);
        throttle.refused();
    }

    /** None of a message's records is on its way any more; the session may have ended long before. */
    void over(Delivery delivery) {
        throttle.arrived(delivery.bytes());
    }

    /** All records of a message are stored: now it is acknowledged. */
    void stored(Delivery delivery) {
        if (!open || !endpoint.isConnected()) {
            return;
        }
        inFlight--;
        onceInFlight -= delivery.qos() == MqttQoS.AT_LEAST_ONCE ? 1 : 0;
        bytesInFlight -= delivery.bytes();
        delivery.taken().receipt().ifPresent(receipt -> receipts.send(receipt, delivery.correlation()));
        Acknowledgement acknowledgement = Acknowledgement.of(delivery.taken().answer());
        if (delivery.qos() == MqttQoS.EXACTLY_ONCE) {
            exactlyOnce.stored(delivery.packetId(), !five || acknowledgement.isSuccess());
        }
        answers.answer(delivery, acknowledgement);
        gateway.metrics().acknowledged(delivery.sentAt());
        brake();
    }

    /** A release of nothing is completed too: the client may have heard of no PUBCOMP in an earlier session. */
    private void released(int packetId) {
        exactlyOnce.released(packetId);
        endpoint.publishComplete(packetId);
    }

    /** The gateway sends nothing with QoS 2, but a client that believes so is led to the end of it. */
    private void received(MqttPubRecMessage message) {
        if (Byte.toUnsignedInt(message.code().value()) < ERROR) {
            endpoint.publishRelease(message.messageId());
        }
    }

    /** DISCONNECT came; a session that was not to be kept cannot ask to be kept now. */
    private void left(MqttDisconnectMessage message) {
        ending = message.code() == MqttDisconnectReasonCode.NORMAL ? Ending.CLIENT : Ending.WILL;
        if (Terms.prolongs(endpoint, message.properties())) {
            disconnect(MqttDisconnectReasonCode.PROTOCOL_ERROR);
        }
    }

    /** Stops reading while too much waits, and goes on when half of it is done. */
    private void brake() {
        int most = gateway.terms().maxInFlight();
        if (!paused && (inFlight > most || bytesInFlight > Terms.MAX_BYTES_IN_FLIGHT)) {
            paused = true;
            peer.tap().hold(Tap.Hold.IN_FLIGHT);
        } else if (paused && inFlight <= most / 2 && bytesInFlight <= Terms.MAX_BYTES_IN_FLIGHT / 2) {
            paused = false;
            peer.tap().release(Tap.Hold.IN_FLIGHT);
        }
    }

    /** The same client has connected again; may be called on any thread. */
    void takenOver() {
        lane.context().runOnContext(now -> disconnect(MqttDisconnectReasonCode.SESSION_TAKEN_OVER));
    }

    /** Ends it if what it has shown stands no longer; may be called on any thread. */
    void recheck() {
        if (gateway.catalogues()
                .find(identity.enterprise())
                .filter(credential::stands)
                .isEmpty()) {
            lane.context().runOnContext(now -> endUnauthorized());
        }
    }

    private void endUnauthorized() {
        end(MqttDisconnectReasonCode.NOT_AUTHORIZED.value(), "password or certificate is good no longer");
    }

    private void failed(Throwable failure) {
        log.debug("connection failed [device: {}, fault: {}]", identity, failure.toString());
        if (failure instanceof PacketFault fault) {
            end(fault.code(), "");
        } else if (!(failure instanceof IOException)) {
            disconnect(MqttDisconnectReasonCode.MALFORMED_PACKET);
        }
    }

    private void disconnect(MqttDisconnectReasonCode code) {
        end(code.value(), "");
    }

    private void end(byte code, String reason) {
        if (open) {
            log.debug("session ended by the gateway [device: {}, code: {}]", identity, Byte.toUnsignedInt(code));
            gateway.metrics().disconnected();
            ending = Farewell.ending(code);
            closed();
            if (endpoint.isConnected()) {
                Farewell.say(endpoint, peer.socket(), code, answers.reason(reason));
            }
        }
    }

    private void closed() {
        if (open) {
            open = false;
            gateway.sessions().remove(this);
            gateway.metrics().closed(inFlight);
            throttle.end();
            gateway.devices().offline(identity, channel, ending, Terms.will(endpoint));
            log.debug("session closed [device: {}, client: {}, unacknowledged: {}]", identity, clientId, inFlight);
        }
    }
}
