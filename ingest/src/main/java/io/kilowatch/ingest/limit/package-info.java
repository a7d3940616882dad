/** How much devices and enterprises may send, and how much of it the gateway holds at once. */
@NullMarked
package io.kilowatch.ingest.limit;

import org.jspecify.annotations.NullMarked;
