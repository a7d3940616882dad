/** Supervised, named threads. */
@NullMarked
package io.kilowatch.platform.concurrent;

import org.jspecify.annotations.NullMarked;
