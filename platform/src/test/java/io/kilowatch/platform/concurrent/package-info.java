/** Tests of concurrent. */
@NullMarked
package io.kilowatch.platform.concurrent;

import org.jspecify.annotations.NullMarked;
