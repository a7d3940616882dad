package io.kilowatch.simulators.check;

import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.simulators.run.SimulateConfig;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a check is made with.
 *
 * @param truth the file of what is true
 * @param journal the file of when it was acknowledged; it need not exist
 * @param aggregator where figures are served
 * @param desk where alerts are served
 * @param patience how long to wait until all agrees
 * @param grace the service's delivery grace
 * @param threshold the service's completeness threshold
 * @param json whether the result is told as JSON
 */
public record CheckConfig(
        Path truth,
        Path journal,
        URI aggregator,
        URI desk,
        Duration patience,
        Duration grace,
        BigDecimal threshold,
        boolean json) {
    private static final Option<Path> DATA =
            Option.path("data", "FOLDER", "data", "folder in which the run kept its files");
    private static final Option<Path> TRUTH =
            Option.path("truth", "FILE", "", "what is true; SCENARIO.truth.jsonl in the data folder unless given");
    private static final Option<URI> AGGREGATOR = Option.of(
            "aggregator-url", "URL", "http://127.0.0.1:8082", "address of the API of figures", CheckConfig::address);
    private static final Option<URI> DESK =
            Option.of("desk-url", "URL", "http://127.0.0.1:8080", "address of the API of alerts", CheckConfig::address);
    private static final Option<Duration> WAIT = Option.duration(
            "wait", "", "look again until all agrees, for so long; what was sent last is still on its way");
    private static final Option<Duration> GRACE = Option.duration(
            "delivery-grace", "PT36H", "the service's option of the same name, on which completeness depends");
    private static final Option<BigDecimal> THRESHOLD = Option.of(
            "completeness-threshold",
            "SHARE",
            "0.90",
            "the service's option of the same name, on which outcomes depend",
            CheckConfig::share);
    private static final Option<Boolean> JSON = Option.flag("json", "tell the result as JSON");

    /** Every option. */
    public static final List<Option<?>> OPTIONS = List.of(DATA, TRUTH, AGGREGATOR, DESK, WAIT, GRACE, THRESHOLD, JSON);

    /** Reads every option; faults are noted in the settings. */
    public static CheckConfig from(Settings settings, String scenario) {
        Path data = settings.value(DATA);
        Path truth = settings.optional(TRUTH).orElseGet(() -> SimulateConfig.truth(data, scenario));
        if (!Files.isReadable(truth)) {
            settings.fault("there is no file " + truth + ": run the scenario first, or give " + TRUTH.flag());
        }
        return new CheckConfig(
                truth,
                data.resolve("simulated-" + scenario + ".journal"),
                settings.value(AGGREGATOR),
                settings.value(DESK),
                settings.optional(WAIT).orElse(Duration.ZERO),
                settings.value(GRACE),
                settings.value(THRESHOLD),
                settings.value(JSON));
    }

    private static BigDecimal share(String text) {
        try {
            BigDecimal share = new BigDecimal(text.strip());
            if (share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0) {
                return share;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("give a share from 0 to 1 such as 0.90", e);
        }
        throw new IllegalArgumentException("give a share from 0 to 1 such as 0.90");
    }

    private static URI address(String text) {
        URI uri = URI.create(text.strip().replaceFirst("/+$", ""));
        if (!("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) || uri.getHost() == null) {
            throw new IllegalArgumentException("give an address such as http://127.0.0.1:8082");
        }
        return uri;
    }
}
