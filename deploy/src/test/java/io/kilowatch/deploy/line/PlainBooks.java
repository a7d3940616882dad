package io.kilowatch.deploy.line;

import io.kilowatch.domain.Reading;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.registry.topics.ReadingBatch;
import io.kilowatch.registry.topics.ReadingBatchJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the database must hold of some records of {@link RoughTraffic}, computed from scratch in the plainest way, without
 * any of the program's arithmetic.
 */
final class PlainBooks {
    private static final long SLOT = 900_000L;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Map<String, TreeMap<Long, List<Claim>>> claims = new TreeMap<>();
    private final Map<String, TreeMap<Long, Claim>> meters = new TreeMap<>();
    private final Map<String, Amounts> slots = new TreeMap<>();
    private final Map<String, Amounts> sums = new TreeMap<>();

    private record Claim(Reading reading, long receivedAt, long position) {
        String row(String meter) {
            return meter + "|" + reading.at() + "|" + reading.value() + "|" + receivedAt + "|" + position;
        }
    }

    private record Amounts(long amount, long measured, long interpolated) {
        Amounts plus(Amounts more) {
            return new Amounts(
                    Math.addExact(amount, more.amount), measured + more.measured, interpolated + more.interpolated);
        }

        @Override
        public String toString() {
            return "|" + amount + "|" + measured + "|" + interpolated;
        }
    }

    PlainBooks(Collection<ConsumerRecord<String, byte[]>> records) throws IOException {
        for (ConsumerRecord<String, byte[]> record : records) {
            ReadingBatch batch = ReadingBatchJson.decode(record.value());
            for (int i = 0; i < batch.readings().size(); i++) {
                Reading reading = batch.readings().get(i);
                claims.computeIfAbsent(batch.enterprise() + "|" + reading.meter(), code -> new TreeMap<>())
                        .computeIfAbsent(reading.at(), at -> new ArrayList<>())
                        .add(new Claim(reading, batch.receivedAt(), record.offset() * 4096 + i));
            }
        }
        claims.forEach((meter, instants) -> {
            TreeMap<Long, Claim> counting = new TreeMap<>();
            instants.forEach((at, ofInstant) -> counting.put(at, counting(ofInstant)));
            meters.put(meter, counting);
            enter(meter, List.copyOf(counting.values()));
        });
    }

    /** The first of those that say what was said last. */
    private static Claim counting(List<Claim> claims) {
        claims.sort(Comparator.comparingLong(Claim::receivedAt).thenComparingLong(Claim::position));
        long last = claims.get(claims.size() - 1).reading.value();
        return claims.stream()
                .filter(claim -> claim.reading.value() == last)
                .findFirst()
                .orElseThrow();
    }

    private void enter(String meter, List<Claim> readings) {
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i).reading;
            if (reading.kind() == ReadingKind.AMOUNT) {
                add(meter, reading.at(), new Amounts(reading.value() * 1_000, SLOT, 0));
            } else if (i > 0) {
                step(meter, readings.get(i - 1).reading, reading);
            }
        }
    }

    private void step(String meter, Reading earlier, Reading later) {
        long amount = later.value() - earlier.value();
        if (amount < 0) {
            return;
        }
        long parts = (later.at() - earlier.at()) / SLOT;
        for (long part = 0; part < parts; part++) {
            long share = amount * (part + 1) / parts - amount * part / parts;
            add(meter, earlier.at() + part * SLOT, new Amounts(share, parts == 1 ? SLOT : 0, parts == 1 ? 0 : SLOT));
        }
    }

    private void add(String meter, long slot, Amounts amounts) {
        slots.merge(meter + "|" + slot, amounts, Amounts::plus);
        LocalDate day = Instant.ofEpochMilli(slot).atZone(CHINA).toLocalDate();
        sums.merge(meter + "|0|" + day, amounts, Amounts::plus);
        sums.merge(meter + "|1|" + day.withDayOfMonth(1), amounts, Amounts::plus);
        sums.merge(meter + "|2|" + day.withDayOfYear(1), amounts, Amounts::plus);
    }

    /** {@code enterprise|meter|instant|value|received|position} of every reading that counts. */
    Set<String> readings() {
        Set<String> rows = new TreeSet<>();
        meters.forEach((meter, readings) -> readings.forEach((at, claim) -> rows.add(claim.row(meter))));
        return rows;
    }

    /** The same of every other claim. */
    Set<String> aside() {
        Set<String> rows = new TreeSet<>();
        claims.forEach((meter, instants) ->
                instants.values().forEach(ofInstant -> ofInstant.forEach(claim -> rows.add(claim.row(meter)))));
        rows.removeAll(readings());
        return rows;
    }

    /** {@code enterprise|meter|instant|amount|measured|interpolated} of every slot. */
    Set<String> slots() {
        return rows(slots);
    }

    /** {@code enterprise|meter|kind|start|amount|measured|interpolated} of every sum. */
    Set<String> sums() {
        return rows(sums);
    }

    /** {@code enterprise|kind|start|kWh} of every period. */
    Set<String> electricity() {
        Set<String> rows = new TreeSet<>();
        sums.forEach((key, sum) -> {
            String[] parts = key.split("\\|");
            if (parts[1].equals("EL")) {
                String value = BigDecimal.valueOf(sum.amount, 6).toPlainString();
                rows.add(String.join("|", parts[0], parts[2], parts[3], value));
            }
        });
        return rows;
    }

    private static Set<String> rows(Map<String, Amounts> amounts) {
        Set<String> rows = new TreeSet<>();
        amounts.forEach((key, value) -> rows.add(key + value));
        return rows;
    }
}
