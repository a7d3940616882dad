/** Tests of the registry: store. */
@NullMarked
package io.kilowatch.registry.store;

import org.jspecify.annotations.NullMarked;
