package io.kilowatch.deploy.credential;

import io.kilowatch.deploy.service.Parts;
import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How credentials are issued, and what the device's engineer is told.
 *
 * @param authority the folder of the CA
 * @param passphrase that of its key
 * @param certificate whether a certificate is issued instead of a password
 * @param request a request for a certificate, of a key that the device has made itself
 * @param keyKind the kind of new keys
 * @param valid how long a certificate is good
 * @param interval how often the device should send
 * @param host the gateway's host, as devices reach it; unset, that of the gateway's certificate
 * @param port its port; unset, 8883 with TLS and 1883 without
 * @param plain whether devices connect without TLS
 * @param gatewayAuthority the file of the CA of the gateway's certificate, if it is not this one
 * @param out where a device's files are put; unset, in the CA's folder
 * @param picture where the QR code is put as a picture
 * @param json whether the card is for programs
 * @param keepOld whether certificates that were issued before stay good
 */
public record CredentialConfig(
        AuthorityFolder authority,
        Optional<String> passphrase,
        boolean certificate,
        Optional<Path> request,
        String keyKind,
        Duration valid,
        Optional<String> interval,
        Optional<String> host,
        Optional<Integer> port,
        boolean plain,
        Optional<Path> gatewayAuthority,
        Optional<Path> out,
        Optional<Path> picture,
        boolean json,
        boolean keepOld) {
    private static final Option<Path> CA =
            Option.path("ca", "FOLDER", "", "folder of the CA; unset, the folder ca in --data");
    private static final Option<String> PASSPHRASE = Option.text(
                    "ca-passphrase", "TEXT", "", "passphrase of the CA's key; better given in the environment")
            .asSecret();
    private static final Option<String> KEY_KIND =
            Option.choice("key-type", Keys.KINDS, "ec", "kind of new keys: P-256, or RSA with 2,048 bits");
    private static final Option<Duration> VALID = Option.duration("valid", "P730D", "how long the certificate is good");
    private static final Option<Boolean> CERTIFICATE =
            Option.flag("certificate", "issue a client certificate of the CA instead of a password");
    private static final Option<Path> REQUEST = Option.path(
            "csr", "FILE", "", "certificate request in PEM, of a key that the device keeps; with --certificate");
    private static final Option<String> INTERVAL =
            Option.text("interval", "DURATION", "", "how often the device sends, such as PT15M");
    private static final Option<String> HOST = Option.text(
            "gateway-host", "HOST", "", "host that devices connect to; unset, that of the gateway's certificate");
    private static final Option<Integer> PORT = Option.of(
            "gateway-port",
            "PORT",
            "",
            "port that devices connect to; unset, 8883, or 1883 with --plain",
            text -> Option.port("gateway-port", 0, "").parser().apply(text));
    private static final Option<Boolean> PLAIN = Option.flag("plain", "devices connect without TLS");
    private static final Option<Path> GATEWAY_CA = Option.path(
            "gateway-ca", "FILE", "", "CA of the gateway's certificate that devices are given, if it is not --ca");
    private static final Option<Path> OUT =
            Option.path("out", "FOLDER", "", "where the device's files are put; unset, in the CA's folder");
    private static final Option<Path> PICTURE = Option.path("qr", "FILE", "", "write the QR code as a PNG picture too");
    private static final Option<Boolean> JSON = Option.flag("json", "print the card as JSON");
    private static final Option<Boolean> KEEP_OLD =
            Option.flag("keep-old", "leave certificates that were issued before good until they expire");

    /** What founding a CA heeds. */
    public static final List<Option<?>> FOUNDING =
            List.of(Parts.DATA, CA, PASSPHRASE, KEY_KIND, VALID.withDefault("P3650D"));

    /** What certifying the gateway heeds. */
    public static final List<Option<?>> SERVING = List.of(Parts.DATA, CA, PASSPHRASE, KEY_KIND, VALID);

    /** What signing the revocation list anew heeds. */
    public static final List<Option<?>> LISTING = List.of(Parts.DATA, CA, PASSPHRASE);

    private static final List<Option<?>> ISSUING = List.of(
            Parts.DATA,
            CA,
            PASSPHRASE,
            CERTIFICATE,
            REQUEST,
            KEY_KIND,
            VALID,
            HOST,
            PORT,
            PLAIN,
            GATEWAY_CA,
            OUT,
            PICTURE,
            JSON);

    /** What adding a device heeds. */
    public static final List<Option<?>> ADDING = joined(ISSUING, List.of(INTERVAL));

    /** What rotating heeds. */
    public static final List<Option<?>> ROTATING = joined(ISSUING, List.of(KEEP_OLD));

    /** What revoking heeds. */
    public static final List<Option<?>> REVOKING = LISTING;

    private static List<Option<?>> joined(List<Option<?>> some, List<Option<?>> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** From the settings; options that a command does not have are unset. */
    public static CredentialConfig from(Settings settings) {
        return from(settings, VALID);
    }

    /** The same for a CA, which is good for longer. */
    public static CredentialConfig founding(Settings settings) {
        return from(settings, VALID.withDefault("P3650D"));
    }

    private static CredentialConfig from(Settings settings, Option<Duration> valid) {
        Path folder =
                settings.optional(CA).orElseGet(() -> settings.value(Parts.DATA).resolve("ca"));
        Optional<Path> request = settings.optional(REQUEST);
        boolean certificate = settings.value(CERTIFICATE);
        if (request.isPresent() && !certificate) {
            settings.fault(REQUEST.flag() + " goes with " + CERTIFICATE.flag());
        }
        boolean plain = settings.value(PLAIN);
        if (plain && certificate) {
            settings.fault(CERTIFICATE.flag() + " needs TLS; leave out " + PLAIN.flag());
        }
        return new CredentialConfig(
                new AuthorityFolder(folder),
                settings.optional(PASSPHRASE),
                certificate,
                request,
                settings.value(KEY_KIND),
                settings.value(valid),
                settings.optional(INTERVAL),
                settings.optional(HOST),
                settings.optional(PORT),
                plain,
                settings.optional(GATEWAY_CA),
                settings.optional(OUT),
                settings.optional(PICTURE),
                settings.value(JSON),
                settings.value(KEEP_OLD));
    }
}
