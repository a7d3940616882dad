/** Scenarios: who takes part, what happens when, read from YAML with every fault named by its path. */
@NullMarked
package io.kilowatch.simulators.scenario;

import org.jspecify.annotations.NullMarked;
