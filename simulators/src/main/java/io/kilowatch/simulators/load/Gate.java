package io.kilowatch.simulators.load;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;

/** Gives a new channel the connection of a device. */
final class Gate extends ChannelInitializer<Channel> {
    private final Device device;
    private final Target target;

    Gate(Device device, Target target) {
        this.device = device;
        this.target = target;
    }

    @Override
    protected void initChannel(Channel channel) {
        target.tls()
                .ifPresent(tls ->
                        channel.pipeline().addLast(tls.newHandler(channel.alloc(), target.host(), target.port())));
        channel.pipeline().addLast(new Connection(device));
    }
}
