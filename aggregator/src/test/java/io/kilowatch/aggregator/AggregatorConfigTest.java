package io.kilowatch.aggregator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kilowatch.aggregator.budget.RegionBudgets;
import io.kilowatch.domain.Basis;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.platform.config.InvalidSettings;
import io.kilowatch.platform.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AggregatorConfigTest {
    @Test
    void worksWithoutAnySetting() {
        Settings settings = new Settings(Map.of(), Map.of());

        AggregatorConfig config = AggregatorConfig.from(settings);

        settings.check();
        assertThat(config.calendar()).isEqualTo(BusinessCalendar.CHINA);
        assertThat(config.completenessThreshold()).isEqualByComparingTo("0.9");
        assertThat(config.deliveryGrace()).isEqualTo(Duration.ofHours(36));
        assertThat(config.reviewInterval()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.pollRecords()).isEqualTo(4_000);
        assertThat(config.regionBudgets()).isEqualTo(RegionBudgets.NONE);
        assertThat(config.kafka().bootstrap()).isEqualTo("localhost:9092");
    }

    @Test
    void takesWhatIsGiven(@TempDir Path folder) throws IOException {
        Path budgets = Files.writeString(
                folder.resolve("budgets.csv"), "region,year,tce,basis,document\n640000,2026,5000000,calorific,plan\n");
        AggregatorConfig config = AggregatorConfig.from(new Settings(
                Map.of(
                        "time-zone",
                        "Asia/Urumqi",
                        "completeness-threshold",
                        "0.955",
                        "delivery-grace",
                        "PT1H",
                        "region-budgets",
                        budgets.toString()),
                Map.of("KILOWATCH_REVIEW_INTERVAL", "PT1M", "KILOWATCH_AGGREGATOR_POLL_RECORDS", "1")));

        assertThat(config.calendar().zone()).isEqualTo(ZoneId.of("Asia/Urumqi"));
        assertThat(config.completenessThreshold()).isEqualByComparingTo("0.955");
        assertThat(config.deliveryGrace()).isEqualTo(Duration.ofHours(1));
        assertThat(config.reviewInterval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.pollRecords()).isEqualTo(1);
        assertThat(config.regionBudgets().of("640000", 2026, Basis.CALORIFIC)).isPresent();
    }

    @Test
    void faultsOfTheRegionsBudgetsAreToldWithTheOtherFaults() {
        assertThat(faults("region-budgets", "no-such-file.csv")).isEqualTo(1);
    }

    @Test
    void reportsAllFaultsTogetherWithTheOptionsNames() {
        Settings settings = new Settings(
                Map.of("time-zone", "Asia/Nowhere", "completeness-threshold", "1.01", "delivery-grace", "36h"),
                Map.of("KILOWATCH_REVIEW_INTERVAL", "PT0S", "KILOWATCH_AGGREGATOR_POLL_RECORDS", "0"));

        AggregatorConfig.from(settings);

        InvalidSettings invalid = catchThrowableOfType(InvalidSettings.class, settings::check);
        assertThat(invalid.faults())
                .containsExactlyInAnyOrder(
                        "--time-zone is \"Asia/Nowhere\": give a zone such as Asia/Shanghai",
                        "--completeness-threshold is \"1.01\": give a decimal from 0 to 1",
                        "--delivery-grace is \"36h\": give an ISO 8601 duration such as PT15M",
                        "KILOWATCH_REVIEW_INTERVAL is \"PT0S\": give a positive duration such as PT15M",
                        "KILOWATCH_AGGREGATOR_POLL_RECORDS is \"0\": give a whole number from 1 to 100000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "1.0001", "ninety", "90 %", "NaN"})
    void refusesAThresholdThatIsNoShare(String text) {
        assertThat(faults("completeness-threshold", text)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "0.9", "1.000"})
    void takesThresholdsFromNothingToAll(String text) {
        assertThat(faults("completeness-threshold", text)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "delivery-grace, -PT1H",
        "review-interval, PT-1S",
        "aggregator-poll-records, 100001",
        "aggregator-poll-records, many",
        "kafka-partitions, 0"
    })
    void refusesWhatIsOutOfRange(String option, String text) {
        assertThat(faults(option, text)).isEqualTo(1);
    }

    @Test
    void everyDefaultIsAllowed() {
        assertThat(AggregatorConfig.OPTIONS)
                .filteredOn(option -> !option.equals(AggregatorConfig.REGION_BUDGETS))
                .allSatisfy(option -> assertThat(option.defaultText().<Object>map(option.parser()::apply))
                        .isPresent());
    }

    private static int faults(String option, String text) {
        Settings settings = new Settings(Map.of(option, text), Map.of());
        AggregatorConfig.from(settings);
        try {
            settings.check();
            return 0;
        } catch (InvalidSettings e) {
            return e.faults().size();
        }
    }
}
