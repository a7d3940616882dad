/** A made-up province for looking at the figures console. */
@NullMarked
package io.kilowatch.aggregator.console;

import org.jspecify.annotations.NullMarked;
