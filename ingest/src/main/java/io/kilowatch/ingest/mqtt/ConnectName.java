package io.kilowatch.ingest.mqtt;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.util.AttributeKey;
import org.jspecify.annotations.Nullable;

/** Notes the user name of a CONNECT without a password, of which the endpoint does not tell; then it goes. */
final class ConnectName extends ChannelInboundHandlerAdapter {
    private static final AttributeKey<String> NAME = AttributeKey.valueOf(ConnectName.class, "name");

    static @Nullable String of(Channel channel) {
        return channel.attr(NAME).get();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof MqttConnectMessage connect && connect.payload() != null) {
            context.channel().attr(NAME).set(connect.payload().userName());
        }
        context.pipeline().remove(this);
        context.fireChannelRead(message);
    }
}
