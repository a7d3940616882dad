/** What decides whether a reading is accepted; no JSON, no MQTT, no Kafka and no clock. */
@NullMarked
package io.kilowatch.ingest.reading;

import org.jspecify.annotations.NullMarked;
