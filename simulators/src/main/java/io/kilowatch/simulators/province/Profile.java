package io.kilowatch.simulators.province;

/**
 * Who an enterprise is and where.
 *
 * @param code unified social credit code
 * @param region GB/T 2260
 * @param industry GB/T 4754
 * @param plant {@code existing} or {@code new}
 * @param latitude of its only site, degrees
 * @param altitude of its only site, m
 */
public record Profile(
        String code,
        Name name,
        String region,
        String industry,
        String plant,
        String latitude,
        String longitude,
        String altitude) {

    /** A profile whose credit code is made from its region and a serial number. */
    static Profile of(int serial, Name name, String region, String industry, String plant, String... position) {
        String body = "MAKW%04d".formatted(serial);
        return new Profile(
                CreditCode.of(region, body), name, region, industry, plant, position[0], position[1], position[2]);
    }
}
