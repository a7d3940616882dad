/** Tests of the registry: reference. */
@NullMarked
package io.kilowatch.registry.reference;

import org.jspecify.annotations.NullMarked;
