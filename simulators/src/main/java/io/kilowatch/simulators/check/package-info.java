/** Compares what the services say, over their HTTP API, with what is true in a play. */
@NullMarked
package io.kilowatch.simulators.check;

import org.jspecify.annotations.NullMarked;
