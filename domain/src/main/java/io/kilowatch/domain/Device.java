package io.kilowatch.domain;

import java.util.Optional;

/**
 * A device (端设备) that reads meters and pushes their readings.
 *
 * @param id letters, digits, {@code _} and {@code -}, 1 to 64
 * @param password the stored form of its password's hash; without one it cannot connect by password
 * @param certificate the subject of its client certificates, in the form in which equal names are equal texts; without
 *     one it cannot connect by certificate
 * @param upload how it speaks the national upload record
 */
public record Device(String id, Optional<String> password, Optional<String> certificate, Upload upload) {
    /** A device that speaks the national upload record, if at all, as the standard says. */
    public Device(String id, Optional<String> password, Optional<String> certificate) {
        this(id, password, certificate, Upload.STANDARD);
    }

    /** A device that connects by password, if at all. */
    public Device(String id, Optional<String> password) {
        this(id, password, Optional.empty());
    }

    /** Hides the password's hash. */
    @Override
    public String toString() {
        return "Device[id=" + id + "]";
    }
}
