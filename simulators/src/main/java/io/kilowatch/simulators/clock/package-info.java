/** A clock that starts in the past and hurries until it has caught up. */
@NullMarked
package io.kilowatch.simulators.clock;

import org.jspecify.annotations.NullMarked;
