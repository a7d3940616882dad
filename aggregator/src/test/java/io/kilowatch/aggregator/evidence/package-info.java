/** Evidence, on archives in memory. */
@NullMarked
package io.kilowatch.aggregator.evidence;

import org.jspecify.annotations.NullMarked;
