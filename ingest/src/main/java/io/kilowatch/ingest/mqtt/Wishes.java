package io.kilowatch.ingest.mqtt;

import io.kilowatch.ingest.intake.UserProperty;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.UserProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the properties of an MQTT 5 message ask for. */
final class Wishes {
    private Wishes() {}

    /** The user properties, as many as are carried along. */
    static List<UserProperty> carried(MqttProperties properties) {
        if (!(properties.getProperty(MqttProperties.USER_PROPERTY) instanceof UserProperties given)) {
            return List.of();
        }
        return UserProperty.carried(given.value().stream()
                .map(pair -> new UserProperty(pair.key, pair.value))
                .toList());
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
