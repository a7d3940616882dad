/** From a device's message to the records it becomes, and the way to Kafka. */
@NullMarked
package io.kilowatch.ingest.intake;

import org.jspecify.annotations.NullMarked;
