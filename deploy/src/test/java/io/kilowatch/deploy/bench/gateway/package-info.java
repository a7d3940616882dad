/** The gateway's benchmarks, tried in a small size. */
@NullMarked
package io.kilowatch.deploy.bench.gateway;

import org.jspecify.annotations.NullMarked;
