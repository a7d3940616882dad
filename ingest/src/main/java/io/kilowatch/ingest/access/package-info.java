/** Who may come in: devices, their passwords and their topics. */
@NullMarked
package io.kilowatch.ingest.access;

import org.jspecify.annotations.NullMarked;
