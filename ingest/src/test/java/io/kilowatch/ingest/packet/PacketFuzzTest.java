package io.kilowatch.ingest.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.util.ReferenceCountUtil;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Hostile bytes: 50,000 inputs, or as many as {@code -Dkilowatch.fuzz.inputs} says. */
class PacketFuzzTest {
    private static final int INPUTS = Integer.getInteger("kilowatch.fuzz.inputs", 50_000);
    private static final int LONGEST_CLIENT_ID = 1_024;

    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false);
    private final Mutations mutations = new Mutations(20_261_128);

    @Test
    void whatTheGateLetsThroughIsUnderstoodAndNothingIsLeaked() {
        long understood = 0;
        long refused = 0;
        for (int input = 0; input < INPUTS; input++) {
            int level = 3 + mutations.below(3);
            boolean connected = mutations.below(8) > 0;
            byte[] bytes = mutations.next();
            EmbeddedChannel channel = channel();
            if (connected) {
                channel.writeInbound(buffer(Wire.connect(level, 0x02, new byte[0], "c")));
                ReferenceCountUtil.release(channel.readInbound());
            }
            channel.writeInbound(buffer(bytes));
            for (MqttMessage one = channel.readInbound(); one != null; one = channel.readInbound()) {
                if (one.decoderResult().isFailure()) {
                    assertThat(one.decoderResult().cause())
                            .as(
                                    "input %d of level %d: %s",
                                    input, level, HexFormat.of().formatHex(bytes))
                            .isInstanceOf(PacketFault.class);
                    refused++;
                } else {
                    understood++;
                }
                ReferenceCountUtil.release(one);
            }
            channel.finishAndReleaseAll();
        }

        assertThat(understood).isGreaterThan(INPUTS / 50);
        assertThat(refused).isGreaterThan(INPUTS / 10);
        assertThat(allocator.metric().usedHeapMemory()).isZero();
    }

    private EmbeddedChannel channel() {
        EmbeddedChannel channel = new EmbeddedChannel(
                new PacketGate(Gate.MOST_BYTES, Gate.MOST_ALIASES),
                new MqttDecoder(Gate.MOST_BYTES, LONGEST_CLIENT_ID));
        channel.config().setAllocator(allocator);
        return channel;
    }

    private ByteBuf buffer(byte[] bytes) {
        return allocator.buffer(Math.max(1, bytes.length)).writeBytes(bytes);
    }
}
