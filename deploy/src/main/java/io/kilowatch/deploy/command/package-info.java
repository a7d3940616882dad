/** Commands declared in our own words, and what picocli makes of them: parsing, help, exit codes. */
@NullMarked
package io.kilowatch.deploy.command;

import org.jspecify.annotations.NullMarked;
