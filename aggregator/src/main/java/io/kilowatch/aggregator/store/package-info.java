/** The ledger's tables. */
@NullMarked
package io.kilowatch.aggregator.store;

import org.jspecify.annotations.NullMarked;
