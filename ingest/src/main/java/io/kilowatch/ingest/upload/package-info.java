/** The national upload interface over HTTPS: register, version check and upload of collected data. */
@NullMarked
package io.kilowatch.ingest.upload;

import org.jspecify.annotations.NullMarked;
