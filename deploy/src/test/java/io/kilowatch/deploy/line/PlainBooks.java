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
import java.util.Collection;
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

    private final Map<String, TreeMap<Long, Winner>> meters = new TreeMap<>();
    private final Set<String> said = new TreeSet<>();
    private final Map<String, Amounts> slots = new TreeMap<>();
    private final Map<String, Amounts> sums = new TreeMap<>();

    private record Winner(Reading reading, long receivedAt, long offset) {}

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
            for (Reading reading : batch.readings()) {
                String meter = batch.enterprise() + "|" + reading.meter();
                said.add(meter + "|" + reading.at() + "|" + reading.value());
                meters.computeIfAbsent(meter, code -> new TreeMap<>())
                        .merge(
                                reading.at(),
                                new Winner(reading, batch.receivedAt(), record.offset()),
                                PlainBooks::winner);
            }
        }
        meters.forEach((meter, readings) -> enter(meter, List.copyOf(readings.values())));
    }

    private static Winner winner(Winner one, Winner other) {
        if (one.receivedAt != other.receivedAt) {
            return one.receivedAt > other.receivedAt ? one : other;
        }
        return one.offset > other.offset ? one : other;
    }

    private void enter(String meter, List<Winner> readings) {
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

    /** {@code enterprise|meter|instant|value|received} of every reading that counts. */
    Set<String> readings() {
        Set<String> rows = new TreeSet<>();
        meters.forEach((meter, readings) -> readings.forEach(
                (at, winner) -> rows.add(meter + "|" + at + "|" + winner.reading.value() + "|" + winner.receivedAt)));
        return rows;
    }

    /** {@code enterprise|meter|instant|value} of every value that was said and does not count. */
    Set<String> superseded() {
        Set<String> rows = new TreeSet<>(said);
        meters.forEach((meter, readings) ->
                readings.forEach((at, winner) -> rows.remove(meter + "|" + at + "|" + winner.reading.value())));
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
