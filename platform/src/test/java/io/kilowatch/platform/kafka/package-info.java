/** Tests of kafka. */
@NullMarked
package io.kilowatch.platform.kafka;

import org.jspecify.annotations.NullMarked;
