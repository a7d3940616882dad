/** The course of a scenario: what each device reads, and which messages it sends when, the same for the same seed. */
@NullMarked
package io.kilowatch.simulators.course;

import org.jspecify.annotations.NullMarked;
