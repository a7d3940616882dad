package io.kilowatch.aggregator.store;

import io.kilowatch.aggregator.ledger.Point;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A meter as the ledger has it.
 *
 * @param id its number
 * @param enterprise the credit code
 * @param code its id within the enterprise
 * @param definition what its slots were computed with; absent while it is not registered
 * @param latest its latest reading
 * @param latestSlot its latest slot
 */
public record StoredMeter(
        int id,
        String enterprise,
        String code,
        Optional<String> definition,
        Optional<Point> latest,
        OptionalLong latestSlot) {}
