/** MQTT sessions: listeners, admission, acknowledgements and back-pressure. */
@NullMarked
package io.kilowatch.ingest.mqtt;

import org.jspecify.annotations.NullMarked;
