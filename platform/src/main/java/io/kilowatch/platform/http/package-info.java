/** HTTP: what servers of an API share, problem details, and the management server. */
@NullMarked
package io.kilowatch.platform.http;

import org.jspecify.annotations.NullMarked;
