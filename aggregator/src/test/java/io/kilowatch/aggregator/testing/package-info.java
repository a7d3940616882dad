/** Builders and plain re-computations that the tests of several packages share. */
@NullMarked
package io.kilowatch.aggregator.testing;

import org.jspecify.annotations.NullMarked;
