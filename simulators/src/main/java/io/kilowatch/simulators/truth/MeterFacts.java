package io.kilowatch.simulators.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A meter as its registry document describes it.
 *
 * @param quantity the carrier or product
 * @param register whether it is a register; else it sends amounts
 * @param factors what a number is multiplied with to be in the base unit (kWh, kg, m³), by the instant from which on
 * @param dial where the register rolls over, in millionths of the meter's unit; 0 where that is not known
 * @param capacity the most that can flow in an hour, in millionths of the base unit
 * @param interval milliseconds
 * @param from the first day
 * @param exchanges the meters put in its place
 */
record MeterFacts(
        String id,
        String quantity,
        boolean register,
        TreeMap<Long, Long> factors,
        long dial,
        long capacity,
        long interval,
        LocalDate from,
        List<Exchanged> exchanges) {
    private static final long MILLION = 1_000_000;
    private static final long BEYOND_ANY_METER = 400_000_000L * MILLION;
    private static final Map<String, Long> UNITS = Map.of("kWh", 1L, "t", 1_000L, "m3", 1L);

    /** A meter that another one takes the place of; numbers in millionths of the unit. */
    record Exchanged(long at, long last, long first) {}

    static MeterFacts of(JsonNode meter) {
        Long unit = UNITS.get(meter.path("unit").asText());
        if (unit == null) {
            throw new IllegalArgumentException(
                    meter.path("id").asText() + " has a unit that the truth cannot count: " + meter.path("unit"));
        }
        TreeMap<Long, Long> factors = new TreeMap<>();
        factors.put(Long.MIN_VALUE, unit);
        boolean first = true;
        for (JsonNode dated : meter.path("multiplier")) {
            long value = Long.parseLong(dated.path("value").asText());
            // The first one also holds for what was before it.
            long from = first ? Long.MIN_VALUE : moment(dated.path("from").asText());
            factors.put(from, unit * value);
            first = false;
        }
        List<Exchanged> exchanges = new ArrayList<>();
        for (JsonNode one : meter.path("replacements")) {
            exchanges.add(new Exchanged(
                    moment(one.path("at").asText()),
                    millionths(one.path("final").asText()),
                    millionths(one.path("initial").asText())));
        }
        String capacity = meter.path("maximumPower").asText("");
        return new MeterFacts(
                meter.path("id").asText(),
                meter.path("carrier").asText(meter.path("product").asText()),
                meter.path("kind").asText().equals("register"),
                factors,
                meter.has("digits")
                        ? millionths("1" + "0".repeat(meter.path("digits").asInt()))
                        : 0,
                capacity.isEmpty() ? BEYOND_ANY_METER : Math.min(BEYOND_ANY_METER, millionths(capacity)),
                Duration.parse(meter.path("interval").asText()).toMillis(),
                LocalDate.parse(meter.path("from").asText()),
                exchanges);
    }

    static long millionths(String text) {
        return new BigDecimal(text).movePointRight(6).longValueExact();
    }

    private static long moment(String text) {
        return text.length() == 10
                ? Days.start(LocalDate.parse(text))
                : OffsetDateTime.parse(text).toInstant().toEpochMilli();
    }

    /** What a difference of the meter's numbers comes to in millionths of the base unit. */
    long amount(long difference, long at) {
        return Math.multiplyExact(difference, factors.floorEntry(at).getValue());
    }

    /** Whether so much can flow in so many milliseconds. */
    boolean allows(long amount, long millis) {
        long high = Math.multiplyHigh(amount, 3_600_000L);
        long highest = Math.multiplyHigh(capacity, millis);
        return high != highest ? high < highest : Long.compareUnsigned(amount * 3_600_000L, capacity * millis) <= 0;
    }
}
