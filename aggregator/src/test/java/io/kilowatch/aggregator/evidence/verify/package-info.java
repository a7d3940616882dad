/** Evidence verified. */
@NullMarked
package io.kilowatch.aggregator.evidence.verify;

import org.jspecify.annotations.NullMarked;
