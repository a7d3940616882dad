/** The line on real parts. */
@NullMarked
package io.kilowatch.deploy.line;

import org.jspecify.annotations.NullMarked;
