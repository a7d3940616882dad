package io.kilowatch.deploy.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.deploy.feed.ExportConfig;
import io.kilowatch.deploy.feed.FeedExport;
import io.kilowatch.deploy.testing.RealData;
import io.kilowatch.deploy.testing.RealDatabase.Flavour;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.simulators.replay.ReadyFeed;
import io.kilowatch.simulators.replay.ReplayReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A household's nine cumulative registers, hourly over 16 months with gaps and three clock changes, from MQTT to the
 * figures.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseholdIT {
    private static final String HOUSE = ReadyFeed.HOUSEHOLD.user().split("/")[0];
    private static final String SHUFFLED = Ledgers.sibling(HOUSE);
    private static final String EXPORTED = Ledgers.sibling(SHUFFLED);
    private static final String PREFIX = "DE_KN_residential4_";

    private final Path csv = RealData.copy(ReadyFeed.HOUSEHOLD, "household_data_60min_singleindex.csv");
    private final Map<String, Register> registers = new TreeMap<>();

    @AutoClose
    private RunningLine line;

    @BeforeAll
    void replay() throws IOException, InterruptedException {
        readFile();
        line = new RunningLine(Flavour.TIMESCALEDB, InstantSource.system());
        line.register(HOUSE, ReadyFeed.HOUSEHOLD.registry());
        line.register(SHUFFLED, ReadyFeed.HOUSEHOLD.registry().replace(HOUSE, SHUFFLED));
        Map<String, String> inOrder = Map.of(
                "feed", csv.toString(),
                "mapping", ReadyFeed.HOUSEHOLD.word());
        // The other column of time is the wall clock's with its offset, which changes three times.
        Path wallClock = Files.writeString(
                csv.resolveSibling("wall-clock.yaml"),
                ReadyFeed.HOUSEHOLD.mapping().replace("utc_timestamp", "cet_cest_timestamp"));
        Map<String, String> shuffledAndTwice = Map.of(
                "feed",
                csv.toString(),
                "mapping",
                wallClock.toString(),
                "device-user",
                SHUFFLED + "/gw-1",
                "device-password",
                ReadyFeed.HOUSEHOLD.password(),
                "shuffle",
                "2017",
                "repeat",
                "2",
                "batch",
                "1000");

        ReplayReport first = line.replayAll(inOrder);
        ReplayReport second = line.replayAll(shuffledAndTwice);

        assertThat(Stream.of(first, second)).allMatch(ReplayReport::complete).allMatch(report -> report.refused() == 0);
    }

    @Test
    void eachRegistersTotalIsItsLastReadingLessItsFirst() throws SQLException {
        Map<String, BigDecimal> totals = new TreeMap<>();
        registers.forEach((meter, register) -> totals.put(meter, register.total()));

        assertThat(totals).hasSize(9);
        assertThat(amounts("SELECT m.code, sum(s.amount) FROM slot s JOIN meter m ON m.id = s.meter WHERE"
                        + " m.enterprise = '" + HOUSE + "' GROUP BY 1"))
                .isEqualTo(totals);
        assertThat(amounts("SELECT m.code, sum(p.amount) FROM period_sum p JOIN meter m ON m.id = p.meter WHERE"
                        + " p.kind = 2 AND m.enterprise = '" + HOUSE + "' GROUP BY 1"))
                .isEqualTo(totals);
    }

    @Test
    void everyDayMonthAndYearIsTheRegistersStepAcrossIt() throws SQLException {
        Map<String, BigDecimal> steps = new TreeMap<>();
        registers.forEach((meter, register) -> {
            for (int kind = 0; kind < 3; kind++) {
                for (LocalDate start : register.starts(kind)) {
                    steps.put(meter + '|' + kind + '|' + start, register.step(kind, start));
                }
            }
        });

        assertThat(steps.keySet()).filteredOn(key -> key.contains("|1|")).hasSizeGreaterThan(9 * 10);
        assertThat(amounts("SELECT m.code || '#' || p.kind || '#' || p.start, p.amount FROM period_sum p"
                        + " JOIN meter m ON m.id = p.meter WHERE m.enterprise = '" + HOUSE + "'"))
                .isEqualTo(steps);
    }

    @Test
    void timeInGapsCountsAsInterpolatedAndTheRestAsMeasured() throws SQLException {
        List<String> expected = new ArrayList<>();
        registers.forEach((meter, register) ->
                expected.add(meter + '|' + register.seconds(false) * 1000 + '|' + register.seconds(true) * 1000));

        assertThat(line.rows("SELECT m.code, sum(s.measured), sum(s.interpolated) FROM slot s"
                        + " JOIN meter m ON m.id = s.meter WHERE m.enterprise = '" + HOUSE + "' GROUP BY 1"))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(registers.values()).allMatch(register -> register.seconds(true) > 0);
    }

    @Test
    void shuffledAndTwiceByTheWallClockGivesTheSameToTheLastDigit() throws SQLException {
        String readings = Integer.toString(registers.values().stream()
                .mapToInt(register -> register.values.size())
                .sum());

        assertThat(line.rows(Ledgers.slotsThatDiffer(HOUSE, SHUFFLED))).isEmpty();
        assertThat(line.rows(Ledgers.sums(SHUFFLED))).isNotEmpty().isEqualTo(line.rows(Ledgers.sums(HOUSE)));
        assertThat(line.value(Ledgers.count("reading", HOUSE))).isEqualTo(readings);
        assertThat(line.value(Ledgers.count("reading", SHUFFLED))).isEqualTo(readings);
        assertThat(line.value(Ledgers.count("reading_aside", SHUFFLED))).isEqualTo(readings);
        assertThat(Integer.parseInt(line.value(Ledgers.late(SHUFFLED)))).isGreaterThan(50_000);
    }

    @Test
    void whatIsExportedReplaysToTheSameToTheLastDigit() throws Exception {
        Path feed = csv.resolveSibling("export.jsonl.gz");
        Map<String, String> options = new HashMap<>(line.databaseOptions());
        options.put("enterprise", HOUSE);
        options.put("out", feed.toString());
        new FeedExport(ExportConfig.from(new Settings(options, Map.of())), System.err, false, InstantSource.system())
                .run();
        line.register(EXPORTED, ReadyFeed.HOUSEHOLD.registry().replace(HOUSE, EXPORTED));

        ReplayReport report = line.replayAll(Map.of(
                "feed",
                feed.toString(),
                "device-user",
                EXPORTED + "/gw-1",
                "device-password",
                ReadyFeed.HOUSEHOLD.password()));

        assertThat(report.complete()).isTrue();
        assertThat(report.refused() + report.badRows()).isZero();
        assertThat(line.value(Ledgers.count("reading", EXPORTED)))
                .isEqualTo(line.value(Ledgers.count("reading", HOUSE)));
        assertThat(line.rows(Ledgers.slotsThatDiffer(HOUSE, EXPORTED))).isEmpty();
        assertThat(line.rows(Ledgers.sums(EXPORTED))).isNotEmpty().isEqualTo(line.rows(Ledgers.sums(HOUSE)));
    }

    private Map<String, BigDecimal> amounts(String sql) throws SQLException {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        for (String row : line.rows(sql)) {
            String[] cells = row.split("\\|");
            amounts.put(
                    cells[0].replace('#', '|'),
                    new BigDecimal(cells[1]).movePointLeft(6).setScale(6));
        }
        return amounts;
    }

    private void readFile() throws IOException {
        List<String> rows = Files.readAllLines(csv);
        List<String> header = Arrays.asList(rows.get(0).split(","));
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            for (int column = 0; column < cells.length; column++) {
                String name = header.get(column);
                if (name.startsWith(PREFIX) && !cells[column].isEmpty()) {
                    String meter = name.substring(PREFIX.length())
                            .toUpperCase(Locale.ROOT)
                            .replace('_', '-');
                    registers
                            .computeIfAbsent(meter, id -> new Register(new TreeMap<>()))
                            .values
                            .put(Instant.parse(cells[0]), new BigDecimal(cells[column]));
                }
            }
        }
    }

    /** A register as the file has it: what it showed at any instant, by another way than the ledger's. */
    private record Register(NavigableMap<Instant, BigDecimal> values) {
        BigDecimal total() {
            return values.lastEntry()
                    .getValue()
                    .subtract(values.firstEntry().getValue())
                    .setScale(6);
        }

        /** What it showed, on the straight line between neighbours, rounded down to a millionth of a step. */
        BigDecimal at(Instant instant) {
            Map.Entry<Instant, BigDecimal> before = values.floorEntry(instant);
            Map.Entry<Instant, BigDecimal> after = values.higherEntry(instant);
            if (before == null || after == null) {
                return (before == null ? values.firstEntry() : before).getValue();
            }
            BigDecimal part = seconds(before.getKey(), instant);
            BigDecimal whole = seconds(before.getKey(), after.getKey());
            return after.getValue()
                    .subtract(before.getValue())
                    .multiply(part)
                    .divide(whole, 6, RoundingMode.FLOOR)
                    .add(before.getValue());
        }

        BigDecimal step(int kind, LocalDate start) {
            return at(midnight(next(kind, start))).subtract(at(midnight(start))).setScale(6);
        }

        List<LocalDate> starts(int kind) {
            LocalDate first = day(values.firstKey());
            LocalDate start = kind == 0 ? first : kind == 1 ? first.withDayOfMonth(1) : first.withDayOfYear(1);
            List<LocalDate> starts = new ArrayList<>();
            while (midnight(start).isBefore(values.lastKey())) {
                starts.add(start);
                start = next(kind, start);
            }
            return starts;
        }

        /** How long neighbours are further apart than an hour and a half, or how long they are not. */
        long seconds(boolean apart) {
            long seconds = 0;
            Instant before = values.firstKey();
            for (Instant instant : values.tailMap(before, false).keySet()) {
                long step = Duration.between(before, instant).toSeconds();
                seconds += step > 5_400 == apart ? step : 0;
                before = instant;
            }
            return seconds;
        }

        private static LocalDate next(int kind, LocalDate start) {
            return kind == 0 ? start.plusDays(1) : kind == 1 ? start.plusMonths(1) : start.plusYears(1);
        }

        private static BigDecimal seconds(Instant from, Instant to) {
            return BigDecimal.valueOf(Duration.between(from, to).toSeconds());
        }

        private static Instant midnight(LocalDate day) {
            return day.atStartOfDay(ZoneOffset.ofHours(8)).toInstant();
        }

        private static LocalDate day(Instant instant) {
            return LocalDate.ofInstant(instant, ZoneOffset.ofHours(8));
        }
    }
}
