/** Tests of the registry: feed. */
@NullMarked
package io.kilowatch.registry.feed;

import org.jspecify.annotations.NullMarked;
