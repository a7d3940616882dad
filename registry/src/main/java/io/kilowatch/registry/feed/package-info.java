/** The registry as every service sees it: a snapshot kept current from its topic. */
@NullMarked
package io.kilowatch.registry.feed;

import org.jspecify.annotations.NullMarked;
