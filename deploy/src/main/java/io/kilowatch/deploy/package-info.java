/** The launcher: the command line of the one executable jar. */
@NullMarked
package io.kilowatch.deploy;

import org.jspecify.annotations.NullMarked;
