/** The aggregator: readings in, figures and verdicts out. */
@NullMarked
package io.kilowatch.aggregator;

import org.jspecify.annotations.NullMarked;
