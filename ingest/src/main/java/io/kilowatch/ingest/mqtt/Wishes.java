package io.kilowatch.ingest.mqtt;

import io.kilowatch.ingest.intake.UserProperty;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.UserProperties;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the properties of an MQTT 5 message ask for. */
final class Wishes {
    private static final int MOST_PROPERTIES = 32;
    private static final int MOST_CHARACTERS = 4_096;

    private Wishes() {}

    /** The user properties, as many as are carried along: 32, and 4,096 characters in all. */
    static List<UserProperty> carried(MqttProperties properties) {
        if (!(properties.getProperty(MqttProperties.USER_PROPERTY) instanceof UserProperties given)) {
            return List.of();
        }
        List<UserProperty> carried = new ArrayList<>();
        int characters = 0;
        for (var pair : given.value()) {
            characters += pair.key.length() + pair.value.length();
            if (carried.size() == MOST_PROPERTIES || characters > MOST_CHARACTERS) {
                break;
            }
            carried.add(new UserProperty(pair.key, pair.value));
        }
        return carried;
    }

    @Nullable
    static String responseTopic(MqttProperties properties) {
        var found = properties.getProperty(MqttProperties.RESPONSE_TOPIC);
        return found == null ? null : (String) found.value();
    }

    static byte @Nullable [] correlation(MqttProperties properties) {
        var found = properties.getProperty(MqttProperties.CORRELATION_DATA);
        return found == null ? null : (byte[]) found.value();
    }
}
