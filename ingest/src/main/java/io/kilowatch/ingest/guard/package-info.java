/** What keeps strangers from sinking the gateway: limits of connections, addresses and failed sign-ins. */
@NullMarked
package io.kilowatch.ingest.guard;

import org.jspecify.annotations.NullMarked;
