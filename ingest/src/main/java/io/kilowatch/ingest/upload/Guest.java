package io.kilowatch.ingest.upload;

import io.kilowatch.ingest.access.Identity;
import io.kilowatch.ingest.reading.Catalogue;

/**
 * A device that has been let in.
 *
 * @param identity who it is
 * @param catalogue what is registered of its enterprise
 */
record Guest(Identity identity, Catalogue catalogue) {}
