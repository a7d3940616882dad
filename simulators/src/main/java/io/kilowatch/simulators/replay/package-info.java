/** Replays a recorded CSV feed as a device would have sent it. */
@NullMarked
package io.kilowatch.simulators.replay;

import org.jspecify.annotations.NullMarked;
