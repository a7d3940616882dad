package io.kilowatch.deploy.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.kilowatch.deploy.testing.RealData;
import io.kilowatch.deploy.testing.RealDatabase.Flavour;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A steel plant's year 2018, 35,040 amounts of 15 minutes, from MQTT to the figures. */
@ParameterizedClass
@EnumSource(Flavour.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SteelYearIT {
    private static final String INTERVALS = "35040";
    private static final String PLANT = ReadyFeed.STEEL.user().split("/")[0];
    private static final String SHUFFLED = Ledgers.sibling(PLANT);

    private final Path csv = RealData.copy(ReadyFeed.STEEL, "Steel_industry_data.csv");

    @Parameter
    private Flavour flavour = Flavour.TIMESCALEDB;

    @SuppressWarnings("NullAway.Init") // before the tests of each flavour
    private RunningLine line;

    @BeforeParameterizedClassInvocation
    void replay() throws IOException, InterruptedException {
        line = new RunningLine(flavour, InstantSource.system());
        line.register(PLANT, ReadyFeed.STEEL.registry());
        line.register(SHUFFLED, ReadyFeed.STEEL.registry().replace(PLANT, SHUFFLED));
        Map<String, String> inOrder = Map.of(
                "feed", csv.toString(),
                "mapping", ReadyFeed.STEEL.word(),
                "restart", "true");
        Map<String, String> shuffledAndTwice = Map.of(
                "feed",
                csv.toString(),
                "mapping",
                ReadyFeed.STEEL.word(),
                "device-user",
                SHUFFLED + "/gw-1",
                "restart",
                "true",
                "shuffle",
                "851",
                "repeat",
                "2");

        ReplayReport first = line.replayAll(inOrder);
        ReplayReport second = line.replayAll(shuffledAndTwice);

        assertThat(Stream.of(first, second)).allMatch(ReplayReport::complete).allMatch(report -> report.refused() == 0);
    }

    @AfterParameterizedClassInvocation
    void stop() {
        if (line != null) { // null where the flavour's server is missing
            line.close();
        }
    }

    @Test
    void theYearIsWhatThePublishersTotalSays() throws SQLException {
        assertThat(sums(PLANT, "year")).isEqualTo(Map.of("2018-01-01", new BigDecimal("959636.71")));
    }

    @Test
    void everyDayAndEveryMonthIsTheSumOfItsIntervals() throws Exception {
        assertThat(sums(PLANT, "day")).hasSize(365).isEqualTo(ofFile(interval -> interval.day));
        assertThat(sums(PLANT, "month"))
                .hasSize(12)
                .isEqualTo(ofFile(interval -> interval.day.substring(0, 7) + "-01"));
    }

    @Test
    void everySlotHoldsItsIntervalMeasuredInFull() throws Exception {
        String slots = """
                SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), amount FROM slot
                WHERE measured = 900000 AND interpolated = 0
                AND meter = (SELECT id FROM meter WHERE enterprise = '%s')
                """.formatted(PLANT);

        assertThat(line.value(Ledgers.count("slot", PLANT))).isEqualTo(INTERVALS);
        assertThat(byKey(slots)).isEqualTo(ofFile(interval -> interval.start.toString()));
    }

    @Test
    void shuffledAndTwiceGivesTheSameToTheLastDigit() throws SQLException {
        assertThat(line.rows(Ledgers.slotsThatDiffer(PLANT, SHUFFLED))).isEmpty();
        assertThat(line.rows(Ledgers.sums(SHUFFLED))).hasSize(365 + 12 + 1).isEqualTo(line.rows(Ledgers.sums(PLANT)));
        assertThat(line.value(Ledgers.count("reading", SHUFFLED))).isEqualTo(INTERVALS);
        assertThat(line.value(Ledgers.count("reading_aside", SHUFFLED))).isEqualTo(INTERVALS);
        assertThat(Integer.parseInt(line.value(Ledgers.late(SHUFFLED)))).isGreaterThan(35_000);
        assertThat(line.value(Ledgers.late(PLANT))).isEqualTo("0");
    }

    @Test
    void theApiTellsTheYearOfBoth() {
        BigDecimal tonnes = new BigDecimal("959636.71").multiply(new BigDecimal("0.0001229"));
        for (String plant : new String[] {PLANT, SHUFFLED}) {
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                JsonNode year = line.get("/api/v1/enterprises/" + plant + "?period=year&at=2018-01-01");
                assertThat(year.path("indicators").findValuesAsText("completeness"))
                        .hasSize(3)
                        .allMatch(completeness -> new BigDecimal(completeness).compareTo(BigDecimal.ONE) == 0);
                assertThat(value(year, "energy.electricity")).isEqualByComparingTo("959636.71");
                assertThat(value(year, "comprehensive-energy"))
                        .isEqualByComparingTo(tonnes.setScale(6, RoundingMode.HALF_EVEN));
            });
        }
    }

    private static BigDecimal value(JsonNode detail, String indicator) {
        for (JsonNode verdict : detail.path("indicators")) {
            if (verdict.path("indicator").asText().equals(indicator)) {
                return new BigDecimal(verdict.path("value").asText());
            }
        }
        throw new AssertionError("there is no " + indicator + " in " + detail);
    }

    private Map<String, BigDecimal> sums(String plant, String kind) throws SQLException {
        int number = List.of("day", "month", "year").indexOf(kind);
        return byKey("""
                SELECT start, amount FROM period_sum
                WHERE kind = %d AND meter = (SELECT id FROM meter WHERE enterprise = '%s')
                """.formatted(number, plant));
    }

    private Map<String, BigDecimal> byKey(String sql) throws SQLException {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        for (String row : line.rows(sql)) {
            String[] cells = row.split("\\|");
            amounts.put(cells[0], new BigDecimal(cells[1]).movePointLeft(6).setScale(2));
        }
        return amounts;
    }

    /**
     * A row of the file, read by another way than the replay's.
     *
     * @param day as printed: the last interval of a day is stamped 00:00 of that same day
     * @param start from the column of seconds since midnight, at which the interval ends
     */
    private record Interval(String day, Instant start, BigDecimal amount) {
        static Interval of(String row) {
            String[] cells = row.split(",");
            String[] date = cells[0].split("[/ ]");
            LocalDate day =
                    LocalDate.of(Integer.parseInt(date[2]), Integer.parseInt(date[1]), Integer.parseInt(date[0]));
            int end = Integer.parseInt(cells[7]);
            long begin = (end == 0 ? 86_400 : end) - 900L;
            Instant start = day.atStartOfDay(ZoneOffset.ofHours(8)).toInstant().plusSeconds(begin);
            return new Interval(day.toString(), start, new BigDecimal(cells[1]));
        }
    }

    private Map<String, BigDecimal> ofFile(Function<Interval, String> key) throws IOException {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        try (Stream<String> rows = Files.lines(csv)) {
            rows.skip(1).map(Interval::of).forEach(one -> amounts.merge(key.apply(one), one.amount, BigDecimal::add));
        }
        amounts.replaceAll((name, amount) -> amount.setScale(2));
        return amounts;
    }
}
