/** Tests of the package of the same name. */
@NullMarked
package io.kilowatch.ingest.guard;

import org.jspecify.annotations.NullMarked;
