/** A load of many devices from a few event loops, for benchmarks and rehearsals. */
@NullMarked
package io.kilowatch.simulators.load;

import org.jspecify.annotations.NullMarked;
