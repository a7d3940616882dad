package io.kilowatch.ingest.mqtt;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.mqtt.MqttEndpoint;

/** The longest silence that a client is allowed, whatever it asked for. */
final class KeepAlive {
    private KeepAlive() {}

    /**
     * The keep-alive that holds for a client, in seconds: its own, unless it wants none or a longer one than there is.
     *
     * @param most the longest that there is
     */
    static int of(MqttEndpoint endpoint, int most) {
        int wanted = endpoint.keepAliveTimeSeconds();
        return wanted == 0 ? most : Math.min(wanted, most);
    }

    /** Has it hold, in place of what the client asked for. */
    static void impose(Peer peer, MqttEndpoint endpoint, int seconds) {
        if (endpoint.keepAliveTimeSeconds() == seconds) {
            return; // the MQTT server sees to it
        }
        ChannelPipeline pipeline = peer.channel().pipeline();
        if (pipeline.get("idle") != null) {
            pipeline.remove("idle");
        }
        if (pipeline.get("handler") != null) {
            pipeline.addBefore("handler", "idle", new IdleStateHandler(seconds + (seconds + 1) / 2, 0, 0));
            pipeline.addBefore("handler", "silence", new Silence(endpoint));
        }
    }

    private static final class Silence extends ChannelDuplexHandler {
        private final MqttEndpoint endpoint;

        Silence(MqttEndpoint endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (!(event instanceof IdleStateEvent)) {
                context.fireUserEventTriggered(event);
            } else if (endpoint.isConnected()) {
                endpoint.close();
            }
        }
    }
}
