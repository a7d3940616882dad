package io.kilowatch.ingest.tls;

import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where TLS has its certificates from.
 *
 * @param certificate the gateway's certificate with its chain, in PEM
 * @param key its private key, in PEM
 * @param clientCas the folder of the CAs of clients; empty if clients show no certificates
 * @param clientLists the folder of their revocation lists, if any
 * @param clientsMust whether a client without a certificate is refused
 * @param reload how often the files are looked at
 * @param handshakeTimeout how long a handshake may take
 */
public record TlsConfig(
        Path certificate,
        Path key,
        Optional<Path> clientCas,
        Optional<Path> clientLists,
        boolean clientsMust,
        Duration reload,
        Duration handshakeTimeout) {
    /** The certificate. */
    public static final Option<Path> CERTIFICATE = Option.path(
            "mqtt-tls-certificate",
            "FILE",
            "",
            "the gateway's certificate in PEM, with the CAs between it and the root; opens --mqtt-tls-port");

    /** The key. */
    public static final Option<Path> KEY =
            Option.path("mqtt-tls-key", "FILE", "", "the private key of --mqtt-tls-certificate in PEM");

    /** CAs of clients. */
    public static final Option<Path> CLIENT_CAS = Option.path(
            "mqtt-client-cas",
            "FOLDER",
            "",
            "folder of the CAs whose client certificates are taken (*.pem, *.crt, *.cer), each in its own dates");

    /** Revocation lists. */
    public static final Option<Path> CLIENT_LISTS =
            Option.path("mqtt-client-crls", "FOLDER", "", "folder of the revocation lists of those CAs (*.pem, *.crl)");

    /** Whether certificates are a must. */
    public static final Option<String> CLIENTS = Option.choice(
            "mqtt-client-certificate",
            List.of("optional", "required"),
            "optional",
            "whether a client must show a certificate, or may sign in with its password over TLS");

    /** How often. */
    public static final Option<Duration> RELOAD = Option.duration(
            "mqtt-tls-reload",
            "PT30S",
            "how often certificates, CAs and revocation lists are read anew; sessions of certificates that are trusted"
                    + " no longer end then");

    /** How long. */
    public static final Option<Duration> HANDSHAKE_TIMEOUT =
            Option.duration("mqtt-handshake-timeout", "PT10S", "how long a TLS handshake may take");

    /** All of them. */
    public static final List<Option<?>> OPTIONS =
            List.of(CERTIFICATE, KEY, CLIENT_CAS, CLIENT_LISTS, CLIENTS, RELOAD, HANDSHAKE_TIMEOUT);

    /** From the settings; empty if they name no certificate. */
    public static Optional<TlsConfig> from(Settings settings) {
        Optional<Path> certificate = settings.optional(CERTIFICATE);
        Optional<Path> key = settings.optional(KEY);
        Optional<Path> cas = settings.optional(CLIENT_CAS);
        Optional<Path> lists = settings.optional(CLIENT_LISTS);
        boolean must = settings.value(CLIENTS).equals("required");
        Duration reload = settings.value(RELOAD);
        Duration handshake = settings.value(HANDSHAKE_TIMEOUT);
        if (certificate.isPresent() != key.isPresent()) {
            settings.fault(CERTIFICATE.flag() + " and " + KEY.flag() + " go together; give both or neither");
        }
        if (cas.isPresent() && certificate.isEmpty()) {
            settings.fault(CLIENT_CAS.flag() + " needs TLS; give " + CERTIFICATE.flag() + " and " + KEY.flag());
        }
        if ((must || lists.isPresent()) && cas.isEmpty()) {
            settings.fault((must ? CLIENTS : CLIENT_LISTS).flag() + " needs " + CLIENT_CAS.flag());
        }
        return certificate.flatMap(
                file -> key.map(secret -> new TlsConfig(file, secret, cas, lists, must, reload, handshake)));
    }
}
