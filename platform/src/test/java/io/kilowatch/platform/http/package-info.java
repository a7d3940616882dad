/** Tests of http. */
@NullMarked
package io.kilowatch.platform.http;

import org.jspecify.annotations.NullMarked;
