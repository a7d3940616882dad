package io.kilowatch.ingest.reading;

import io.kilowatch.domain.DataCode;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Upload;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the gateway needs of one enterprise's registry document, prepared for fast look-ups. */
public final class Catalogue {
    private final long offset;
    private final Enterprise enterprise;
    private final Map<String, KnownMeter> meters;
    private final MeterTable table;

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
        this.table = new MeterTable(known.values());
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

    /** How a device speaks the national upload record. */
    public Upload upload(String device) {
        var found = enterprise.devices().get(device);
        return found == null ? Upload.STANDARD : found.upload();
    }

    /** The credit code of the enterprise. */
    public String enterprise() {
        return enterprise.code().text();
    }

    /** The region of the enterprise (GB/T 2260). */
    public String region() {
        return enterprise.region();
    }

    /** The meters that are read by a device and have a code in the national system. */
    public List<Meter> coded(String device, DataCode code) {
        return enterprise.meters().values().stream()
                .filter(meter -> meter.device().equals(device))
                .filter(meter -> meter.dataCode().equals(Optional.of(code)))
                .toList();
    }

    @Nullable
    KnownMeter meter(String id) {
        return meters.get(id);
    }

    /** The meter whose id stands as ASCII in bytes, of which the hash code as a text is known. */
    @Nullable
    KnownMeter meter(byte[] ascii, int from, int end, int hash) {
        return table.find(ascii, from, end, hash);
    }
}
