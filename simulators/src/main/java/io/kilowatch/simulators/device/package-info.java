/** A metering device as the gateway sees it: batches of readings over MQTT, receipts back. */
@NullMarked
package io.kilowatch.simulators.device;

import org.jspecify.annotations.NullMarked;
