/** Files of regions' budgets, good and bad. */
@NullMarked
package io.kilowatch.aggregator.budget;

import org.jspecify.annotations.NullMarked;
