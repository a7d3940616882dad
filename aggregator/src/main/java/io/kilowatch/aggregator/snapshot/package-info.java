/** Figures of a year, frozen with a hash on command: canonical JSON, its store, its file, and what has changed since. */
@NullMarked
package io.kilowatch.aggregator.snapshot;

import org.jspecify.annotations.NullMarked;
