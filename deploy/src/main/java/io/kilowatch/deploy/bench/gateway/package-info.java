/** The benchmarks of the gateway, next to a bare pass-through, and of the load that they need. */
@NullMarked
package io.kilowatch.deploy.bench.gateway;

import org.jspecify.annotations.NullMarked;
