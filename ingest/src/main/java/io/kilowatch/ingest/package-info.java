/** The MQTT gateway: devices in, Kafka out. */
@NullMarked
package io.kilowatch.ingest;

import org.jspecify.annotations.NullMarked;
