/** Sends the readings of the simulated province, following the clock, and remembers how far it came. */
@NullMarked
package io.kilowatch.simulators.feeder;

import org.jspecify.annotations.NullMarked;
