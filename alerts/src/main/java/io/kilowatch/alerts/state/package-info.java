/**
 * The life of an alert, as a table and without any input or output: what a verdict or an inspector does to it.
 *
 * <p>There is one alert for each enterprise, indicator and period. Its history only grows.
 */
@NullMarked
package io.kilowatch.alerts.state;

import org.jspecify.annotations.NullMarked;
