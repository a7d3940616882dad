/** Tests of the API of figures, over real HTTP. */
@NullMarked
package io.kilowatch.aggregator.http;

import org.jspecify.annotations.NullMarked;
