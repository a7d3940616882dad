package io.kilowatch.deploy.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;

/** The packets of a device that will never say anything again, not even goodbye. */
final class DyingDevice {
    private DyingDevice() {}

    /** CONNECT of MQTT 3.1.1 with a will. */
    static byte[] connect(TestPlant plant, int keepAlive) throws Exception {
        var body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        out.writeUTF("MQTT");
        out.writeByte(4);
        out.writeByte(0b1100_0110);
        out.writeShort(keepAlive);
        out.writeUTF("dying");
        out.writeUTF("kw/v1/" + plant.user() + "/state");
        out.writeUTF("gone");
        out.writeUTF(plant.user());
        out.writeUTF(TestPlant.PASSWORD);
        return packet(0x10, body.toByteArray());
    }

    /** PUBLISH to the readings of a plant, with QoS 1. */
    static byte[] publish(TestPlant plant, String payload) throws Exception {
        var body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        out.writeUTF(plant.topic());
        out.writeShort(1);
        out.write(payload.getBytes(UTF_8));
        return packet(0x32, body.toByteArray());
    }

    private static byte[] packet(int first, byte[] body) {
        var out = new ByteArrayOutputStream();
        out.write(first);
        int rest = body.length;
        do {
            out.write(rest > 127 ? rest % 128 | 0x80 : rest);
            rest /= 128;
        } while (rest > 0);
        out.writeBytes(body);
        return out.toByteArray();
    }
}
