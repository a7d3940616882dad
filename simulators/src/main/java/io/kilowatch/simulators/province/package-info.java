/** A simulated province: enterprises, their meters and what passes them, a pure function of seed and time. */
@NullMarked
package io.kilowatch.simulators.province;

import org.jspecify.annotations.NullMarked;
