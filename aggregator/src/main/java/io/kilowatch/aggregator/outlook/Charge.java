package io.kilowatch.aggregator.outlook;

import io.kilowatch.domain.Name;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.PriceTier;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one row of the price policies adds to the electricity price of an enterprise; an indication, no bill.
 *
 * @param tier the row, with its document and source
 * @param indicator the indicator that decides; absent where a list decides
 * @param value its figure in the year
 * @param outcome what its verdict says of the quota
 * @param steps how many steps above the threshold it is; for rows of steps only
 * @param adder yuan per kWh; absent where the document's figure or the indicator's is not known
 * @param kilowattHours the electricity of the year that it applies to, where known
 * @param cost the adder for all of that, in yuan
 */
public record Charge(
        PriceTier tier,
        Optional<String> indicator,
        Optional<BigDecimal> value,
        Optional<Outcome> outcome,
        Optional<BigDecimal> steps,
        Optional<BigDecimal> adder,
        Optional<BigDecimal> kilowattHours,
        Optional<BigDecimal> cost) {
    /** Whether something is to be paid although the quota is met. */
    public boolean paysWithinLimit() {
        return outcome.filter(Outcome.WITHIN::equals).isPresent()
                && adder.filter(yuan -> yuan.signum() > 0).isPresent();
    }

    /** All that in a sentence. */
    public Name text() {
        return ChargeText.of(this);
    }
}
