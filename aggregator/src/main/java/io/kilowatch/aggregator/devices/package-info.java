/** The health of devices and the work with what was rejected. */
@NullMarked
package io.kilowatch.aggregator.devices;

import org.jspecify.annotations.NullMarked;
