/** Tests of config. */
@NullMarked
package io.kilowatch.platform.config;

import org.jspecify.annotations.NullMarked;
