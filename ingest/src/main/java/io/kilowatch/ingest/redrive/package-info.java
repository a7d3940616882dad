/** Refused readings that are taken in again, after the registry was mended. */
@NullMarked
package io.kilowatch.ingest.redrive;

import org.jspecify.annotations.NullMarked;
