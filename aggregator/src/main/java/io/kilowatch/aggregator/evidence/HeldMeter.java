package io.kilowatch.aggregator.evidence;

import io.kilowatch.aggregator.ledger.Definition;
import java.util.Optional;

/**
 * A meter as the ledger holds it.
 *
 * @param number the ledger's number for it
 * @param definition what its slots were computed with; absent while it is not registered
 */
public record HeldMeter(int number, Optional<Definition> definition) {}
