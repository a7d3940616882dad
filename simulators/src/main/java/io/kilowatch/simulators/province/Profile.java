package io.kilowatch.simulators.province;

import java.util.Optional;

/**
 * Who an enterprise is and where.
 *
 * @param code unified social credit code
 * @param region GB/T 2260
 * @param industry GB/T 4754
 * @param plant {@code existing} or {@code new}
 * @param latitude of its only site, degrees
 * @param altitude of its only site, m
 * @param pressure of the air there, Pa; given where the site lies above 1,500 m
 */
public record Profile(
        String code,
        Name name,
        String region,
        String industry,
        String plant,
        String latitude,
        String longitude,
        String altitude,
        Optional<String> pressure) {

    /** A profile whose credit code is made from its region and a serial number. */
    public static Profile of(int serial, Name name, String region, String industry, String plant, String... position) {
        String body = "MAKW%04d".formatted(serial);
        return new Profile(
                CreditCode.of(region, body),
                name,
                region,
                industry,
                plant,
                position[0],
                position[1],
                position[2],
                Optional.empty());
    }

    /** The same at a site with thinner air. */
    public Profile withPressure(String pascals) {
        return new Profile(code, name, region, industry, plant, latitude, longitude, altitude, Optional.of(pascals));
    }
}
