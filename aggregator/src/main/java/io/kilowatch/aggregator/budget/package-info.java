/** Budgets of regions, from the file that an operator gives. */
@NullMarked
package io.kilowatch.aggregator.budget;

import org.jspecify.annotations.NullMarked;
