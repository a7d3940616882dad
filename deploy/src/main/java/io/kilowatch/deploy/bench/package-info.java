/** Benchmarks that anyone can run, each next to a yardstick measured in the same run. */
@NullMarked
package io.kilowatch.deploy.bench;

import org.jspecify.annotations.NullMarked;
