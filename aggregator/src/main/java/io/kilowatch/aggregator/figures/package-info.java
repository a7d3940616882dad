/** What is told from verdicts: lists, series, twelve months, regions, shares. Pure; verdicts come from a {@link Verdicts}. */
@NullMarked
package io.kilowatch.aggregator.figures;

import org.jspecify.annotations.NullMarked;
