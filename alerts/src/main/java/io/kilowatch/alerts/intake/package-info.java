/** Verdicts in, alerts out: one poll of {@code energy.verdicts} is one database transaction. */
@NullMarked
package io.kilowatch.alerts.intake;

import org.jspecify.annotations.NullMarked;
