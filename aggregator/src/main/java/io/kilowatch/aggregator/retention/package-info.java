/** How long readings and slots are kept. */
@NullMarked
package io.kilowatch.aggregator.retention;

import org.jspecify.annotations.NullMarked;
