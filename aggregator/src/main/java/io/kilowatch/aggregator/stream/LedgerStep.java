package io.kilowatch.aggregator.stream;

/** The steps of one poll's transaction, in their order; each is told to a listener when it is done. */
public enum LedgerStep {
    /** The transaction has begun; the records are read, the registry is as far as they need. */
    BEGUN,
    /** What changed documents touch has been computed again. */
    REGISTRY_APPLIED,
    /** The ledgers of the enterprises concerned are in memory. */
    LEDGERS_LOADED,
    /** Readings, slots and sums are written. */
    READINGS_POSTED,
    /** The periods touched have been judged. */
    APPRAISED,
    /** The new verdicts are written. */
    INDICATORS_WRITTEN,
    /** The offsets are moved on, if they stood where they should. */
    OFFSETS_ADVANCED,
    /** Verdicts and dead letters are on their way to Kafka. */
    VERDICTS_SENT,
    /** Kafka has acknowledged them all. */
    FLUSHED,
    /** The transaction is committed; only the memory does not know yet. */
    COMMITTED
}
