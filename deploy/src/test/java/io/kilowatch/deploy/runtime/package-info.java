/** The real parts a single machine runs, tried for real. */
@NullMarked
package io.kilowatch.deploy.runtime;

import org.jspecify.annotations.NullMarked;
