package io.kilowatch.aggregator.figures;

import io.kilowatch.domain.Period;
import io.kilowatch.domain.Verdict;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where the evidence of a figure is found in the API. */
public final class EvidencePath {
    private EvidencePath() {}

    /** That of a verdict. */
    public static String of(Verdict verdict) {
        return of(verdict.enterprise().text(), verdict.indicator(), verdict.period());
    }

    /** That of a figure. */
    public static String of(String enterprise, String indicator, Period period) {
        return "/api/v1/enterprises/" + enterprise + "/indicators/"
                + URLEncoder.encode(indicator, StandardCharsets.UTF_8) + '/'
                + period.kind().word() + '/' + period.start() + "/evidence";
    }
}
