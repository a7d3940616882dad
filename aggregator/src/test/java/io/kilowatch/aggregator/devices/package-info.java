/** Tests of the health of devices. */
@NullMarked
package io.kilowatch.aggregator.devices;

import org.jspecify.annotations.NullMarked;
