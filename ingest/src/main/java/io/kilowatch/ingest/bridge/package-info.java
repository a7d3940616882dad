/** The gateway as a client of a broker that a site already has. */
@NullMarked
package io.kilowatch.ingest.bridge;

import org.jspecify.annotations.NullMarked;
