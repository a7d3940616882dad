/** The gateway's metrics. */
@NullMarked
package io.kilowatch.ingest.metrics;

import org.jspecify.annotations.NullMarked;
