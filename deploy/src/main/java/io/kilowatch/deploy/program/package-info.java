/** What each command of the program does. */
@NullMarked
package io.kilowatch.deploy.program;

import org.jspecify.annotations.NullMarked;
