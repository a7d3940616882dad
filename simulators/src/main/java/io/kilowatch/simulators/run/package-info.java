/** Plays a scenario: its devices, each with its connection, sending what falls due. */
@NullMarked
package io.kilowatch.simulators.run;

import org.jspecify.annotations.NullMarked;
