/** Verdicts in, alerts to inspectors; the inspector's desk. */
@NullMarked
package io.kilowatch.alerts;

import org.jspecify.annotations.NullMarked;
