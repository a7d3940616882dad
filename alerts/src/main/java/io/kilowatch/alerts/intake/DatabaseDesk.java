package io.kilowatch.alerts.intake;

import io.kilowatch.alerts.desk.Acknowledged;
import io.kilowatch.alerts.desk.AlertFile;
import io.kilowatch.alerts.desk.AlertFilter;
import io.kilowatch.alerts.desk.Desk;
import io.kilowatch.alerts.desk.Overview;
import io.kilowatch.alerts.metrics.AlertsMetrics;
import io.kilowatch.alerts.state.Alert;
import io.kilowatch.alerts.state.Event;
import io.kilowatch.alerts.state.StateTable;
import io.kilowatch.alerts.state.Step;
import io.kilowatch.alerts.state.TransitionKind;
import io.kilowatch.alerts.store.AlertList;
import io.kilowatch.alerts.store.AlertStore;
import io.kilowatch.alerts.store.DeskStore;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.platform.database.Database;
import java.sql.Connection;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The desk over the database; an acknowledgement is published before it commits, like every transition. */
public final class DatabaseDesk implements Desk {
    private final Database database;
    private final AlertPublisher publisher;
    private final InstantSource clock;
    private final AlertsMetrics metrics;
    private final Consumer<Stored> listener;
    private final DeskStore figures = new DeskStore();
    private final AlertList list = new AlertList();
    private final AlertStore alerts = new AlertStore();

    /** A desk; the listener is told after each commit, on the calling thread. */
    public DatabaseDesk(
            Database database,
            AlertPublisher publisher,
            InstantSource clock,
            AlertsMetrics metrics,
            Consumer<Stored> listener) {
        this.database = database;
        this.publisher = publisher;
        this.clock = clock;
        this.metrics = metrics;
        this.listener = listener;
    }

    @Override
    public Overview overview() throws Exception {
        return database.inTransaction(figures::overview);
    }

    @Override
    public Map<String, Outcome> outcomes(Period period) throws Exception {
        return database.inTransaction(connection -> figures.outcomes(connection, period));
    }

    @Override
    public List<String> headlines(Collection<String> enterprises, Period period) throws Exception {
        return database.inTransaction(connection -> figures.headlines(connection, enterprises, period));
    }

    @Override
    public List<String> verdicts(String enterprise, PeriodKind kind, LocalDate from, LocalDate to) throws Exception {
        return database.inTransaction(connection -> figures.verdicts(connection, enterprise, kind, from, to));
    }

    @Override
    public Map<String, Integer> standing(Collection<String> enterprises) throws Exception {
        return database.inTransaction(connection -> figures.standing(connection, enterprises));
    }

    @Override
    public List<Alert> alerts(AlertFilter filter) throws Exception {
        return database.inTransaction(connection -> list.list(connection, filter));
    }

    @Override
    public Optional<AlertFile> alert(UUID id) throws Exception {
        return database.inTransaction(connection -> list.file(connection, id));
    }

    @Override
    public Acknowledged acknowledge(UUID id, String by, String note) throws Exception {
        Optional<Step> step = database.inTransaction(connection -> acknowledge(connection, id, by, note));
        if (step.isEmpty()) {
            return new Acknowledged.Unknown();
        }
        if (step.get() instanceof Step.Refused refused) {
            return new Acknowledged.Refused(refused.status());
        }
        if (step.get() instanceof Step.Moved moved) {
            metrics.stored(0, 0, Map.of(TransitionKind.ACKNOWLEDGED, 1));
            listener.accept(new Stored(List.of(), List.of(moved.alert())));
            return new Acknowledged.Done(moved.alert());
        }
        return alert(id)
                .<Acknowledged>map(file -> new Acknowledged.Done(file.alert()))
                .orElseGet(Acknowledged.Unknown::new);
    }

    private Optional<Step> acknowledge(Connection connection, UUID id, String by, String note) throws Exception {
        Alert alert = alerts.lock(connection, Set.of(id)).get(id);
        if (alert == null) {
            return Optional.empty();
        }
        Step step = StateTable.next(
                alert, Event.acknowledge(by, note), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (step instanceof Step.Moved moved) {
            alerts.write(connection, List.of(moved.alert()), List.of(moved.transition()));
            publisher.publish(List.of(moved.transition()), List.of());
        }
        return Optional.of(step);
    }
}
