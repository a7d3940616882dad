/** The aggregator's API of figures over HTTP. */
@NullMarked
package io.kilowatch.aggregator.http;

import org.jspecify.annotations.NullMarked;
