/** Kafka clients: topics, producers and the poll loop. */
@NullMarked
package io.kilowatch.platform.kafka;

import org.jspecify.annotations.NullMarked;
