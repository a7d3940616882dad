package io.kilowatch.alerts;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.config.ZoneConfig;
import io.kilowatch.platform.http.HttpConfig;
import io.kilowatch.platform.kafka.KafkaConfig;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the alert service runs.
 *
 * @param kafka where verdicts come from and transitions go
 * @param http where the desk is served
 * @param calendar what times are written in
 * @param periods the kinds of period that are alerted
 * @param evidence where browsers find the aggregator's API; absent if the page links to no evidence
 */
public record AlertsConfig(
        KafkaConfig kafka,
        HttpConfig http,
        BusinessCalendar calendar,
        Set<PeriodKind> periods,
        Optional<URI> evidence) {
    /** The kinds of period that are alerted; a single day says little about a quota that is set for a year. */
    public static final Option<List<PeriodKind>> PERIODS = Option.list(
            "alert-periods",
            "day|month|year[,...]",
            "month,year",
            "periods in which exceeding a limit raises an alert",
            AlertsConfig::period);

    /** Where the page links to for evidence. */
    public static final Option<URI> EVIDENCE_URL = Option.of(
            "evidence-url",
            "URL",
            "",
            "address at which browsers find the aggregator's API, for the page's links to evidence and to the figures"
                    + " console; all and demo set it",
            AlertsConfig::address);

    /** All of them, those of Kafka, HTTP and the calendar included. */
    public static final List<Option<?>> OPTIONS = options();

    /** Copies its set. */
    public AlertsConfig {
        periods = Set.copyOf(periods);
    }

    private static List<Option<?>> options() {
        List<Option<?>> all = new ArrayList<>(KafkaConfig.OPTIONS);
        all.addAll(HttpConfig.OPTIONS);
        all.addAll(ZoneConfig.OPTIONS);
        all.add(PERIODS);
        all.add(EVIDENCE_URL);
        return List.copyOf(all);
    }

    private static URI address(String text) {
        try {
            URI uri = new URI(text.strip().replaceFirst("/*$", "/"));
            if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("give an address such as http://127.0.0.1:8082/", e);
        }
        throw new IllegalArgumentException("give an address such as http://127.0.0.1:8082/");
    }

    private static PeriodKind period(String word) {
        try {
            return PeriodKind.parse(word);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("give day, month or year, several with commas", e);
        }
    }

    /** From the settings. */
    public static AlertsConfig from(Settings settings) {
        return new AlertsConfig(
                KafkaConfig.from(settings),
                HttpConfig.from(settings),
                new BusinessCalendar(ZoneConfig.from(settings).zone()),
                Set.copyOf(settings.value(PERIODS)),
                settings.optional(EVIDENCE_URL));
    }
}
