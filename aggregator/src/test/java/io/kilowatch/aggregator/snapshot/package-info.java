/** Tests of snapshots. */
@NullMarked
package io.kilowatch.aggregator.snapshot;

import org.jspecify.annotations.NullMarked;
