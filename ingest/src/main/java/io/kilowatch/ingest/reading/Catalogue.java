package io.kilowatch.ingest.reading;

import io.kilowatch.domain.Enterprise;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the gateway needs of one enterprise's registry document, prepared for fast look-ups. */
public final class Catalogue {
    private final long offset;
    private final Enterprise enterprise;
    private final Map<String, KnownMeter> meters;

    /**
     * The catalogue of an enterprise.
     *
     * @param offset the offset in {@code energy.registry} of the document it comes from
     */
    public Catalogue(Enterprise enterprise, long offset) {
        Map<String, KnownMeter> known = new HashMap<>();
        enterprise.meters().forEach((id, meter) -> known.put(id, KnownMeter.of(meter)));
        this.offset = offset;
        this.enterprise = enterprise;
        this.meters = Map.copyOf(known);
    }

    /** The offset of the document. */
    public long offset() {
        return offset;
    }

    /** The stored form of a device's password; empty if there is no such device or it has none. */
    public Optional<String> password(String device) {
        var found = enterprise.devices().get(device);
        return found == null ? Optional.empty() : found.password();
    }

    /** Whether there is such a device. */
    public boolean hasDevice(String device) {
        return enterprise.devices().containsKey(device);
    }

    /** The subject of a device's certificates; empty if there is no such device or it has none. */
    public Optional<String> certificate(String device) {
        var found = enterprise.devices().get(device);
        return found == null ? Optional.empty() : found.certificate();
    }

    @Nullable
    KnownMeter meter(String id) {
        return meters.get(id);
    }
}
