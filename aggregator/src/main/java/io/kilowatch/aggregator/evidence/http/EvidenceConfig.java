package io.kilowatch.aggregator.evidence.http;

import io.kilowatch.aggregator.AggregatorConfig;
import io.kilowatch.aggregator.evidence.Rules;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.config.ZoneConfig;
import java.util.List;

/**
 * Where evidence is served, and by which rules figures are computed.
 *
 * @param host the address
 * @param port the port
 * @param rules those of the aggregator
 */
public record EvidenceConfig(String host, int port, Rules rules) {
    /** Address of the aggregator's API. */
    public static final Option<String> HOST = Option.text(
            "aggregator-http-host",
            "ADDRESS",
            "127.0.0.1",
            "address of the aggregator's API: figures, evidence, reports; there is no sign-in yet");

    /** Port of the aggregator's API. */
    public static final Option<Integer> PORT =
            Option.port("aggregator-http-port", 8082, "port of the aggregator's API: figures, evidence, reports");

    /** Those of the rules that evidence is computed by; the same as the aggregator's. */
    public static final List<Option<?>> RULES =
            List.of(ZoneConfig.TIME_ZONE, AggregatorConfig.COMPLETENESS, AggregatorConfig.DELIVERY_GRACE);

    /** All of its own. */
    public static final List<Option<?>> OPTIONS = List.of(HOST, PORT);

    /** From the settings. */
    public static EvidenceConfig from(Settings settings) {
        return new EvidenceConfig(settings.value(HOST), settings.value(PORT), rules(settings));
    }

    /** The rules that the settings name. */
    public static Rules rules(Settings settings) {
        return new Rules(
                new BusinessCalendar(settings.value(ZoneConfig.TIME_ZONE)),
                settings.value(AggregatorConfig.COMPLETENESS),
                settings.value(AggregatorConfig.DELIVERY_GRACE));
    }
}
