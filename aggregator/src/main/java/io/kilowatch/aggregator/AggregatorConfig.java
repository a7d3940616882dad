package io.kilowatch.aggregator;

import io.kilowatch.aggregator.budget.RegionBudgets;
import io.kilowatch.aggregator.devices.DevicesConfig;
import io.kilowatch.aggregator.retention.RetentionConfig;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.config.ZoneConfig;
import io.kilowatch.platform.kafka.KafkaConfig;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the aggregator works.
 *
 * @param kafka where Kafka is
 * @param calendar what days, months and years are counted in
 * @param completenessThreshold the completeness, 0 to 1, below which nothing is judged
 * @param deliveryGrace how long after its time a reading counts as not yet due while its enterprise is silent
 * @param reviewInterval how often running periods are judged again without new readings
 * @param pollRecords the most batches in one transaction
 * @param retention how long readings and slots are kept
 * @param devices how long the health of devices is kept
 * @param regionBudgets the regions' energy budgets
 */
public record AggregatorConfig(
        KafkaConfig kafka,
        BusinessCalendar calendar,
        BigDecimal completenessThreshold,
        Duration deliveryGrace,
        Duration reviewInterval,
        int pollRecords,
        RetentionConfig retention,
        DevicesConfig devices,
        RegionBudgets regionBudgets) {
    /** Below it nothing is judged; 90 % is the practice of provincial data-quality rules, not a national figure. */
    public static final Option<BigDecimal> COMPLETENESS = Option.of(
            "completeness-threshold",
            "0..1",
            "0.90",
            "completeness of data below which an indicator cannot be judged",
            AggregatorConfig::share);

    /** Data of a day often comes the next morning. */
    public static final Option<Duration> DELIVERY_GRACE =
            Option.duration("delivery-grace", "PT36H", "how late readings may come before they count as missing");

    /** How often running periods are judged again. */
    public static final Option<Duration> REVIEW_INTERVAL = Option.duration(
            "review-interval", "PT15M", "how often running periods are judged again without new readings");

    /** The most batches in one transaction. */
    public static final Option<Integer> POLL_RECORDS = Option.integer(
            "aggregator-poll-records", "N", 4_000, 1, 100_000, "most batches that one transaction stores");

    /** Where the regions' energy budgets are. */
    public static final Option<RegionBudgets> REGION_BUDGETS = Option.of(
            "region-budgets",
            "FILE",
            "",
            "CSV file of the regions' annual energy budgets: region,year,tce,basis,document",
            file -> RegionBudgets.read(Path.of(file)));

    /** All of its own. */
    public static final List<Option<?>> OPTIONS = Stream.of(
                    ZoneConfig.OPTIONS,
                    List.of(COMPLETENESS, DELIVERY_GRACE, REVIEW_INTERVAL, POLL_RECORDS, REGION_BUDGETS),
                    RetentionConfig.OPTIONS,
                    DevicesConfig.OPTIONS)
            .<Option<?>>flatMap(List::stream)
            .toList();

    /** From the settings. */
    public static AggregatorConfig from(Settings settings) {
        return new AggregatorConfig(
                KafkaConfig.from(settings),
                new BusinessCalendar(ZoneConfig.from(settings).zone()),
                settings.value(COMPLETENESS),
                settings.value(DELIVERY_GRACE),
                settings.value(REVIEW_INTERVAL),
                settings.value(POLL_RECORDS),
                RetentionConfig.from(settings),
                DevicesConfig.from(settings),
                settings.optional(REGION_BUDGETS).orElse(RegionBudgets.NONE));
    }

    private static BigDecimal share(String text) {
        try {
            BigDecimal share = new BigDecimal(text);
            if (share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0) {
                return share;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("give a decimal from 0 to 1", e);
        }
        throw new IllegalArgumentException("give a decimal from 0 to 1");
    }
}
