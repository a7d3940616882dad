/** Tests of the ledger's tables that need no database. */
@NullMarked
package io.kilowatch.aggregator.store;

import org.jspecify.annotations.NullMarked;
