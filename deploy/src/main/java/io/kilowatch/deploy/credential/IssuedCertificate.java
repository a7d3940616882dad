package io.kilowatch.deploy.credential;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * A device's certificate with the files that its engineer gets.
 *
 * @param certificate the certificate
 * @param file where it is
 * @param key where its key is; empty if the device has made that itself
 */
record IssuedCertificate(X509Certificate certificate, Path file, Optional<Path> key) {}
