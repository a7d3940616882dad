package io.kilowatch.ingest.mqtt;

import io.kilowatch.ingest.access.Catalogues;
import io.kilowatch.ingest.access.Doorkeeper;
import io.kilowatch.ingest.devices.DeviceLog;
import io.kilowatch.ingest.guard.ConnectionLimits;
import io.kilowatch.ingest.guard.GuardConfig;
import io.kilowatch.ingest.intake.Intake;
import io.kilowatch.ingest.intake.Publisher;
import io.kilowatch.ingest.limit.Limits;
import io.kilowatch.ingest.metrics.IngestMetrics;
import io.kilowatch.ingest.metrics.LimitMetrics;
import io.kilowatch.ingest.metrics.ProtectionMetrics;

/**
 * What all listeners share.
 *
 * @param terms what sessions may expect
 * @param catalogues what is registered
 * @param doorkeeper who may come in
 * @param guard how it protects itself
 * @param limits how many connections there may be
 * @param flows how much devices and enterprises have sent of late
 * @param sessions the open ones
 * @param intake what a message becomes
 * @param publisher the way out
 * @param devices what is told of devices
 * @param metrics the metrics
 * @param protection the metrics of what protects it
 * @param limitMetrics the metrics of what holds devices back
 */
public record Gateway(
        Terms terms,
        Catalogues catalogues,
        Doorkeeper doorkeeper,
        GuardConfig guard,
        ConnectionLimits limits,
        Limits flows,
        OpenSessions sessions,
        Intake intake,
        Publisher publisher,
        DeviceLog devices,
        IngestMetrics metrics,
        ProtectionMetrics protection,
        LimitMetrics limitMetrics) {}
