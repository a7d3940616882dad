package io.kilowatch.simulators.province;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A simulated province in the north-west: three data centres and eight works, one of each kind above its limit.
 *
 * <p>Everything it says follows from the seed, the start and the time asked for; no state is kept anywhere.
 *
 * @param seed chooses the noise, and the demo's passwords
 * @param start the local day on which the registers start to be read
 */
public record Province(long seed, LocalDate start, List<SimulatedEnterprise> enterprises) {

    /** Copies the enterprises. */
    public Province {
        enterprises = List.copyOf(enterprises);
    }

    /** The province of a seed. */
    public static Province of(long seed, LocalDate start) {
        Noise noise = new Noise(seed);
        Weather weather = Weather.yinchuan(noise.stream("weather"));
        List<SimulatedEnterprise> enterprises = Stream.of(
                        new DataCentres(noise, weather).all(),
                        new Smelters(noise).all(),
                        new CementWorks(noise).all(),
                        new FurnaceWorks(noise).all())
                .flatMap(List::stream)
                .toList();
        return new Province(seed, start, enterprises);
    }

    /** The first instant at which registers are read. */
    public Instant begin() {
        return Slot.startOf(Slot.numberAt(start));
    }

    /** What a device sends, from the start on. */
    public DeviceFeed feed(SimulatedEnterprise enterprise, String device) {
        return new DeviceFeed(enterprise, device, Slot.numberAt(start));
    }

    /** The demo's passwords. */
    public DevicePasswords passwords() {
        return new DevicePasswords(seed);
    }

    /** The documents that describe the province to a registry, one per enterprise. */
    public List<RegistryDocument> documents() {
        return enterprises.stream()
                .map(enterprise -> RegistryDocument.of(enterprise, start, passwords()))
                .toList();
    }
}
