/** A load of many devices from a few event loops, for benchmarks. */
@NullMarked
package io.kilowatch.simulators.load;

import org.jspecify.annotations.NullMarked;
