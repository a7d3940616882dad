/** Options declared once, resolved from the command line and the environment, faults reported together. */
@NullMarked
package io.kilowatch.platform.config;

import org.jspecify.annotations.NullMarked;
