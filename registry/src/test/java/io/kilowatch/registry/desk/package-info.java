/** Tests of the registry: desk. */
@NullMarked
package io.kilowatch.registry.desk;

import org.jspecify.annotations.NullMarked;
