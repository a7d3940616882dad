/** What the gateway tells of its devices: who is online, what came of whom, who was not let in. */
@NullMarked
package io.kilowatch.ingest.devices;

import org.jspecify.annotations.NullMarked;
