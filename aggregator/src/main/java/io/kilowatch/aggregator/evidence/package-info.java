/** What a figure was computed from, and how to compute it again; no I/O, no clock. */
@NullMarked
package io.kilowatch.aggregator.evidence;

import org.jspecify.annotations.NullMarked;
