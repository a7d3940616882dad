package io.kilowatch.aggregator.http;

import io.kilowatch.aggregator.figures.Amount;
import io.kilowatch.aggregator.figures.Correction;
import io.kilowatch.aggregator.figures.Place;
import io.kilowatch.aggregator.figures.Tally;
import io.kilowatch.aggregator.figures.Verdicts;
import io.kilowatch.aggregator.figures.Wanted;
import io.kilowatch.aggregator.store.VerdictStore;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.Verdict;
import io.kilowatch.platform.database.Database;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Verdicts out of the database, each answer from one transaction. */
final class StoredVerdicts implements Verdicts {
    private final Database database;
    private final VerdictStore store = new VerdictStore();

    StoredVerdicts(Database database) {
        this.database = database;
    }

    @Override
    public List<Verdict> page(Wanted wanted, Optional<Place> after, int limit) throws Exception {
        return database.inTransaction(connection -> store.page(connection, wanted, after, limit));
    }

    @Override
    public List<Amount> amounts(Wanted wanted) throws Exception {
        return database.inTransaction(connection -> store.amounts(connection, wanted));
    }

    @Override
    public Optional<LocalDate> newest(PeriodKind kind) throws Exception {
        return database.inTransaction(connection -> store.newest(connection, kind));
    }

    @Override
    public Map<String, Tally> tallies(Period period) throws Exception {
        return database.inTransaction(connection -> store.tallies(connection, period));
    }

    @Override
    public List<Correction> corrections(String enterprise, LocalDate from, LocalDate until) throws Exception {
        return database.inTransaction(connection -> store.corrections(connection, enterprise, from, until));
    }
}
