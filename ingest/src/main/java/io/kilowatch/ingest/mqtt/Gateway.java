package io.kilowatch.ingest.mqtt;

import io.kilowatch.ingest.access.Catalogues;
import io.kilowatch.ingest.access.Gatekeeper;
import io.kilowatch.ingest.devices.DeviceLog;
import io.kilowatch.ingest.intake.Intake;
import io.kilowatch.ingest.intake.Publisher;
import io.kilowatch.ingest.metrics.IngestMetrics;
import io.vertx.core.WorkerExecutor;

/**
 * What all listeners share.
 *
 * @param terms what sessions may expect
 * @param catalogues what is registered
 * @param gatekeeper who may come in
 * @param hashing where passwords are hashed
 * @param sessions the open ones
 * @param intake what a message becomes
 * @param publisher the way out
 * @param devices what is told of devices
 * @param metrics the metrics
 */
public record Gateway(
        Terms terms,
        Catalogues catalogues,
        Gatekeeper gatekeeper,
        WorkerExecutor hashing,
        OpenSessions sessions,
        Intake intake,
        Publisher publisher,
        DeviceLog devices,
        IngestMetrics metrics) {}
