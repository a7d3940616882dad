/** The rules that turn readings into slots; no I/O, no clock. */
@NullMarked
package io.kilowatch.aggregator.ledger;

import org.jspecify.annotations.NullMarked;
