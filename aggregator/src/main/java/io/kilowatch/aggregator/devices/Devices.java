package io.kilowatch.aggregator.devices;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The health of devices, to be read. */
public interface Devices {
    /** Those of enterprises of which anything is known, in the order of enterprise and device. */
    List<DeviceHealth> of(Collection<String> enterprises) throws Exception;

    /** The hours of a device from one moment to before another, oldest first; hours in which nothing came are left out. */
    List<DeviceHour> hours(DeviceKey device, Instant from, Instant until) throws Exception;

    /** The newest connections of a device that were open in a stretch of time, newest first. */
    List<PastLink> links(DeviceKey device, Instant from, Instant until, int most) throws Exception;
}
