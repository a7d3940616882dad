/** The letter of MQTT 3.1, 3.1.1 and 5: every packet of a client is examined before anything acts on it. */
@NullMarked
package io.kilowatch.ingest.packet;

import org.jspecify.annotations.NullMarked;
