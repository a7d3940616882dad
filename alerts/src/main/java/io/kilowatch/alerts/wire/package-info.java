/** The JSON that leaves this service. */
@NullMarked
package io.kilowatch.alerts.wire;

import org.jspecify.annotations.NullMarked;
