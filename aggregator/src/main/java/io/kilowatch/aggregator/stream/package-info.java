/** One poll of Kafka, one transaction. */
@NullMarked
package io.kilowatch.aggregator.stream;

import org.jspecify.annotations.NullMarked;
