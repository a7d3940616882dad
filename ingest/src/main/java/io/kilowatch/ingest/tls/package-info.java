/** TLS of the gateway's listeners: its own certificate, the CAs and revocation lists of devices, reloaded while it runs. */
@NullMarked
package io.kilowatch.ingest.tls;

import org.jspecify.annotations.NullMarked;
