/** The rules that turn sums into indicators and verdicts; no I/O, no clock. */
@NullMarked
package io.kilowatch.aggregator.accounting;

import org.jspecify.annotations.NullMarked;
