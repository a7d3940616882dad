/** Tests of the bridge that need no broker. */
@NullMarked
package io.kilowatch.ingest.bridge;

import org.jspecify.annotations.NullMarked;
