/** Tests of the letter of MQTT. */
@NullMarked
package io.kilowatch.ingest.packet;

import org.jspecify.annotations.NullMarked;
