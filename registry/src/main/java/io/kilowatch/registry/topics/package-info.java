/** What crosses Kafka between the services: topic names and payloads. */
@NullMarked
package io.kilowatch.registry.topics;

import org.jspecify.annotations.NullMarked;
