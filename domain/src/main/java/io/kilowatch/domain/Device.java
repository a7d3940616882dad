package io.kilowatch.domain;

import java.util.Optional;

/**
 * A device (端设备) that reads meters and pushes their readings.
 *
 * @param id letters, digits, {@code _} and {@code -}, 1 to 64
 * @param password the stored form of its password's hash; without one it cannot connect by password
 */
public record Device(String id, Optional<String> password) {
    /** Hides the password's hash. */
    @Override
    public String toString() {
        return "Device[id=" + id + "]";
    }
}
