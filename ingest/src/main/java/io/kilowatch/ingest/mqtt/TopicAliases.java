package io.kilowatch.ingest.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import org.jspecify.annotations.Nullable;

/** The topic aliases of a session (MQTT 5, section 3.3.2.3.4); an alias of 0 or beyond the most never comes here. */
final class TopicAliases {
    private @Nullable String[] topics = new String[0];

    /** The topic of a message, which may name or use an alias; null if nothing is known under its alias. */
    @Nullable
    String resolve(String topic, MqttProperties properties) {
        var alias = properties.getProperty(MqttProperties.TOPIC_ALIAS);
        if (alias == null) {
            return topic;
        }
        int number = (Integer) alias.value();
        if (topics.length == 0) {
            topics = new String[Terms.TOPIC_ALIASES + 1];
        }
        if (!topic.isEmpty()) {
            topics[number] = topic;
        }
        return topics[number];
    }
}
