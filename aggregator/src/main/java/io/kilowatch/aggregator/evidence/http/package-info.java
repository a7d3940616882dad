/** Evidence over HTTP. */
@NullMarked
package io.kilowatch.aggregator.evidence.http;

import org.jspecify.annotations.NullMarked;
