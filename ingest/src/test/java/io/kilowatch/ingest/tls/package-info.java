/** Tests of the package of the same name. */
@NullMarked
package io.kilowatch.ingest.tls;

import org.jspecify.annotations.NullMarked;
