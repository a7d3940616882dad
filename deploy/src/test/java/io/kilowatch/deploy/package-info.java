/** Tests of the whole: the architecture, the command tree and the scripts. */
@NullMarked
package io.kilowatch.deploy;

import org.jspecify.annotations.NullMarked;
