/** Tests of the benchmarks: what they send, and that they run. */
@NullMarked
package io.kilowatch.deploy.bench;

import org.jspecify.annotations.NullMarked;
