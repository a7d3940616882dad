package io.kilowatch.ingest.access;

import io.kilowatch.ingest.reading.Catalogue;
import io.kilowatch.ingest.tls.ClientTrust;
import io.kilowatch.ingest.tls.Presented;
import java.util.Optional;

/** What an admitted device has shown; it must stand for as long as the device stays. */
public sealed interface Credential {
    /** Whether it is still what the registry, and whoever else has a say, asks for; cheap enough for every message. */
    boolean stands(Catalogue catalogue);

    /**
     * A password.
     *
     * @param device whose
     * @param stored its stored form when it matched
     */
    record Password(String device, String stored) implements Credential {
        @Override
        public boolean stands(Catalogue catalogue) {
            return catalogue.password(device).equals(Optional.of(stored));
        }

        /** Hides the password's hash. */
        @Override
        public String toString() {
            return "Password[device=" + device + "]";
        }
    }

    /**
     * A client certificate.
     *
     * @param device whose
     * @param presented the certificate, as it was presented
     * @param trust whom the gateway trusts
     */
    record Certificate(String device, Presented presented, ClientTrust trust) implements Credential {
        @Override
        public boolean stands(Catalogue catalogue) {
            return catalogue.certificate(device).equals(Optional.of(presented.subject())) && trust.stands(presented);
        }
    }
}
