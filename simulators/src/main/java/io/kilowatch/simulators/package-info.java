/** Composition roots of the simulated province and of the replay of recorded feeds. */
@NullMarked
package io.kilowatch.simulators;

import org.jspecify.annotations.NullMarked;
