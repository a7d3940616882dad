/** Reports for people who sign them, composed from verdicts: bulletins of a month and the annual energy-utilisation report. */
@NullMarked
package io.kilowatch.aggregator.report;

import org.jspecify.annotations.NullMarked;
