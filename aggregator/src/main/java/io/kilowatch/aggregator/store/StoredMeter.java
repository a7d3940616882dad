package io.kilowatch.aggregator.store;

import io.kilowatch.aggregator.ledger.Definition;
import io.kilowatch.aggregator.ledger.Timeline.Part;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A meter as the ledger has it.
 *
 * @param id its number
 * @param enterprise the credit code
 * @param code its id within the enterprise
 * @param definition what its slots were computed with; absent while it has never been registered
 * @param isReadable false if its slots were computed by rules of an earlier version
 * @param tail its latest readings
 * @param latestSlot its latest slot
 * @param edge the first reading kept, where older ones are gone
 */
public record StoredMeter(
        int id,
        String enterprise,
        String code,
        Optional<Definition> definition,
        boolean isReadable,
        Part tail,
        OptionalLong latestSlot,
        OptionalLong edge) {}
