/** Outlooks against figures computed by hand. */
@NullMarked
package io.kilowatch.aggregator.outlook;

import org.jspecify.annotations.NullMarked;
