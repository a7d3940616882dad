/** Checks evidence without asking anybody: hashes, the meters' sums, the figure. */
@NullMarked
package io.kilowatch.aggregator.evidence.verify;

import org.jspecify.annotations.NullMarked;
