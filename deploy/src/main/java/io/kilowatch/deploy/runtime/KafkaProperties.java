package io.kilowatch.deploy.runtime;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The properties of a broker that is alone: every replication factor is 1, and memory and files are kept small. */
final class KafkaProperties {
    private static final Map<String, String> ALONE = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "1"),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT"),
            Map.entry("inter.broker.listener.name", "PLAINTEXT"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("default.replication.factor", "1"),
            Map.entry("min.insync.replicas", "1"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            // After a kill the broker is let in again only when the session of its former life has run out.
            Map.entry("broker.session.timeout.ms", "3000"),
            Map.entry("broker.heartbeat.interval.ms", "500"),
            Map.entry("group.initial.rebalance.delay.ms", "0"));

    private static final Map<String, String> SMALL = Map.ofEntries(
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("background.threads", "2"),
            Map.entry("num.recovery.threads.per.data.dir", "2"),
            Map.entry("log.cleaner.dedupe.buffer.size", "2097152"),
            Map.entry("log.cleaner.io.buffer.size", "262144"),
            Map.entry("log.segment.bytes", "67108864"),
            Map.entry("log.index.size.max.bytes", "1048576"),
            Map.entry("metadata.log.segment.bytes", "8388608"),
            // With no second broker to hold a copy, a power failure may take this much of the newest records.
            Map.entry("log.flush.interval.ms", "1000"),
            Map.entry("log.flush.scheduler.interval.ms", "1000"));

    private KafkaProperties() {}

    /** The properties for a data folder and two ports, some of them replaced. */
    static Properties of(Path folder, int port, int controllerPort, Map<String, String> overrides) {
        Properties properties = new Properties();
        properties.putAll(ALONE);
        properties.putAll(SMALL);
        properties.setProperty("log.dirs", folder.toString());
        properties.setProperty(
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        properties.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        properties.putAll(overrides);
        return properties;
    }
}
