package io.kilowatch.deploy.bench;

import io.kilowatch.platform.database.Database;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** What the ledger must hold of some plants once readings have entered it, in whatever order and however often. */
final class Expectation {
    private static final int KILOGRAMS_PER_TONNE = 1_000;

    private final BenchPlants plants;
    private final int[] readings;
    private final int[] first;
    private final int[] last;

    Expectation(BenchPlants plants) {
        this.plants = plants;
        this.readings = new int[plants.allMeters()];
        this.first = new int[plants.allMeters()];
        this.last = new int[plants.allMeters()];
        Arrays.fill(first, Integer.MAX_VALUE);
        Arrays.fill(last, Integer.MIN_VALUE);
    }

    /** Takes note of readings that were not sent before. */
    void add(Feed feed) {
        for (int batch = 0; batch < feed.batches(); batch++) {
            for (int place = 0; place < feed.batchSize(); place++) {
                int meter = feed.plant(batch) * plants.meters() + feed.meter(batch, place);
                int quarter = feed.quarter(batch, place);
                readings[meter]++;
                first[meter] = Math.min(first[meter], quarter);
                last[meter] = Math.max(last[meter], quarter);
            }
        }
    }

    /** What flowed through a register from its first to its last reading, in millionths of the base unit. */
    long amount(int meter) {
        if (readings[meter] == 0) {
            return 0;
        }
        long difference = Registers.value(meter, last[meter]) - Registers.value(meter, first[meter]);
        return meter % plants.meters() == plants.meters() - 1 ? difference * KILOGRAMS_PER_TONNE : difference;
    }

    /** How many readings a register has. */
    int readings(int meter) {
        return readings[meter];
    }

    /**
     * Compares readings, slots, sums and an indicator with what they must be.
     *
     * @throws IllegalStateException if one of them is otherwise
     */
    void check(Database database) throws Exception {
        Map<String, Long> counts = new HashMap<>();
        Map<String, Long> amounts = new HashMap<>();
        Map<String, Long> sums = new HashMap<>();
        Map<String, Long> electricity = new HashMap<>();
        for (int meter = 0; meter < readings.length; meter++) {
            String code = plants.code(meter / plants.meters());
            int number = meter % plants.meters();
            String name = code + '/' + BenchPlants.meter(number);
            counts.put(name, (long) readings[meter]);
            amounts.put(name, amount(meter));
            for (int kind = 0; kind < 3; kind++) {
                sums.put(name + '/' + kind, amount(meter));
            }
            if (number < plants.meters() - 1) {
                electricity.merge(code, amount(meter), Long::sum);
            }
        }
        compare("readings", counts, found(database, "count(*)", "reading", "''"));
        compare("slots", amounts, found(database, "sum(t.amount)", "slot", "''"));
        compare("sums", sums, found(database, "sum(t.amount)", "period_sum", "'/' || t.kind"));
        compare("electricity", electricity, rows(database, """
                SELECT enterprise, value * 1000000 FROM indicator
                WHERE enterprise = ANY (?) AND indicator = 'energy.electricity' AND kind = 2
                """));
    }

    private Map<String, Long> found(Database database, String value, String table, String suffix) throws Exception {
        return rows(
                database,
                "SELECT m.enterprise || '/' || m.code || " + suffix + ", " + value + " FROM " + table
                        + " t JOIN meter m ON m.id = t.meter WHERE m.enterprise = ANY (?) GROUP BY 1");
    }

    private Map<String, Long> rows(Database database, String sql) throws Exception {
        return database.inTransaction(connection -> {
            Map<String, Long> found = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                Object[] codes = IntStream.range(0, plants.plants())
                        .mapToObj(plants::code)
                        .toArray();
                select.setArray(1, connection.createArrayOf("text", codes));
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        BigDecimal value = rows.getBigDecimal(2);
                        found.put(rows.getString(1), value.longValueExact());
                    }
                }
            }
            return found;
        });
    }

    private static void compare(String what, Map<String, Long> expected, Map<String, Long> found) {
        for (Map.Entry<String, Long> one : expected.entrySet()) {
            if (!one.getValue().equals(found.get(one.getKey()))) {
                throw new IllegalStateException("the ledger is wrong: " + what + " of " + one.getKey() + " come to "
                        + found.get(one.getKey()) + " instead of " + one.getValue());
            }
        }
        if (found.size() != expected.size()) {
            throw new IllegalStateException(
                    "the ledger is wrong: " + what + " of " + found.size() + " instead of " + expected.size());
        }
    }
}
