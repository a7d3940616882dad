/** Tests of the registry: topics. */
@NullMarked
package io.kilowatch.registry.topics;

import org.jspecify.annotations.NullMarked;
