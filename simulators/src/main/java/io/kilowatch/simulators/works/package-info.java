/** Kinds of works that a scenario can be cast with, each a model of its process with named parameters. */
@NullMarked
package io.kilowatch.simulators.works;

import org.jspecify.annotations.NullMarked;
