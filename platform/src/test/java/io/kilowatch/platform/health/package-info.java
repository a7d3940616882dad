/** Tests of health. */
@NullMarked
package io.kilowatch.platform.health;

import org.jspecify.annotations.NullMarked;
