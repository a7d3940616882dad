package io.kilowatch.alerts.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kilowatch.domain.Period;
import io.kilowatch.domain.Verdict;
import java.util.UUID;

/**
 * What an alert is about; there is at most one alert for each.
 *
 * @param enterprise the credit code
 * @param indicator the indicator's id
 * @param period the period
 */
public record AlertKey(String enterprise, String indicator, Period period) {
    /** The key of a verdict. */
    public static AlertKey of(Verdict verdict) {
        return new AlertKey(verdict.enterprise().text(), verdict.indicator(), verdict.period());
    }

    /** The alert's id, a function of the key, so that a transition published twice is recognised. */
    public UUID id() {
        return UUID.nameUUIDFromBytes((enterprise + '|' + indicator + '|' + period).getBytes(UTF_8));
    }
}
