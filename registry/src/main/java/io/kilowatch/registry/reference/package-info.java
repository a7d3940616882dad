/** Reference data with sources: carriers, factors and quotas. */
@NullMarked
package io.kilowatch.registry.reference;

import org.jspecify.annotations.NullMarked;
