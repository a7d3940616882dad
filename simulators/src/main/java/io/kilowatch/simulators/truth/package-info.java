/**
 * What is true in a scenario, computed from the readings as sent and the registry documents by the published rules, without
 * any code of the services.
 */
@NullMarked
package io.kilowatch.simulators.truth;

import org.jspecify.annotations.NullMarked;
