/** What this service counts. */
@NullMarked
package io.kilowatch.alerts.metrics;

import org.jspecify.annotations.NullMarked;
