/** Tests of the launcher. */
@NullMarked
package io.kilowatch.deploy.command;

import org.jspecify.annotations.NullMarked;
