/** Tests of security. */
@NullMarked
package io.kilowatch.platform.security;

import org.jspecify.annotations.NullMarked;
