package io.kilowatch.deploy.credential;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A certificate that was issued, as the CA's book holds it.
 *
 * @param serial its serial number
 * @param subject its subject, in the form that the registry's documents hold
 * @param issued when
 * @param expires until when it is good
 * @param revoked when it was revoked
 * @param superseded whether it was revoked because another took its place
 */
public record Issued(
        BigInteger serial,
        String subject,
        Instant issued,
        Instant expires,
        Optional<Instant> revoked,
        boolean superseded) {
    private static final int COLUMNS = 6;

    static Issued of(X509Certificate certificate, Instant now) {
        return new Issued(
                certificate.getSerialNumber(),
                certificate.getSubjectX500Principal().getName(),
                now,
                certificate.getNotAfter().toInstant(),
                Optional.empty(),
                false);
    }

    Issued revoked(Instant at, boolean becauseSuperseded) {
        return new Issued(serial, subject, issued, expires, Optional.of(at), becauseSuperseded);
    }

    /** Whether it could be used at a moment. */
    boolean isGood(Instant at) {
        return revoked.isEmpty() && at.isBefore(expires);
    }

    /** The columns of the book, the subject last since it has commas. */
    String line() {
        return String.join(
                ",",
                serial.toString(16),
                issued.toString(),
                expires.toString(),
                revoked.map(Instant::toString).orElse(""),
                superseded ? "superseded" : "",
                subject);
    }

    static Issued parse(String line) {
        List<String> cells = List.of(line.split(",", COLUMNS));
        return new Issued(
                new BigInteger(cells.get(0), 16),
                cells.get(5),
                Instant.parse(cells.get(1)),
                Instant.parse(cells.get(2)),
                cells.get(3).isEmpty() ? Optional.empty() : Optional.of(Instant.parse(cells.get(3))),
                cells.get(4).equals("superseded"));
    }
}
