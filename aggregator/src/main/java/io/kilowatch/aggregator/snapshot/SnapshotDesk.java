package io.kilowatch.aggregator.snapshot;

import io.kilowatch.domain.Name;
import io.kilowatch.platform.database.Database;
import io.kilowatch.registry.reference.ReferenceData;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Freezes the figures of a year, gives what was frozen, and says what is otherwise now. */
public final class SnapshotDesk {
    private final Database database;

    /** Those of a database. */
    public SnapshotDesk(Database database) {
        this.database = database;
    }

    /**
     * What is to be frozen.
     *
     * @param year of which year
     * @param scope whose figures
     * @param by by whom
     * @param note what for
     */
    public record Request(int year, Scope scope, String by, String note) {}

    /** What came of a request. */
    public sealed interface Freezing {
        /** A snapshot was made. */
        record Frozen(Snapshot snapshot) implements Freezing {}

        /** None was, and why. */
        record Refused(Name why) implements Freezing {}
    }

    /** Freezes the figures as they are at one moment. */
    public Freezing freeze(Request request, Instant now) throws Exception {
        return database.inTransaction(connection -> {
            atOneMoment(connection);
            return freeze(connection, request, now);
        });
    }

    private static void atOneMoment(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        }
    }

    private static Freezing freeze(Connection connection, Request request, Instant now) throws Exception {
        FiguresStore figures = new FiguresStore(connection, request.year());
        List<FiguresStore.InScope> enterprises = figures.inScope(request.scope());
        String reference = ReferenceData.standardDigest();
        Optional<String> unsettled = enterprises.stream()
                .filter(one -> !one.reference().equals(reference))
                .map(FiguresStore.InScope::code)
                .findFirst();
        if (unsettled.isPresent()) {
            return new Freezing.Refused(
                    new Name(
                            unsettled.get() + " 的指标值尚未按本程序的标准数据重新计算；请在聚合服务重算后再冻结",
                            "the figures of " + unsettled.get()
                                    + " are not yet computed with this program's reference data; freeze once the aggregator has"));
        }
        SnapshotStore store = new SnapshotStore(connection);
        long id = store.next();
        int count = 0;
        int verdicts = 0;
        Content content = new Content(request.year(), request.scope(), reference, OutputStream.nullOutputStream());
        for (FiguresStore.InScope enterprise : enterprises) {
            EnterpriseYear year = figures.of(enterprise);
            if (!year.figures().isEmpty()) {
                byte[] bytes = year.bytes();
                content.add(bytes);
                store.add(id, enterprise.code(), bytes);
                count++;
                verdicts += year.figures().size();
            }
        }
        content.close();
        if (count == 0) {
            return new Freezing.Refused(new Name(
                    request.scope() + " 没有 " + request.year() + " 年的指标值",
                    "there are no figures of " + request.year() + " in scope " + request.scope()));
        }
        Snapshot snapshot = new Snapshot(
                id,
                request.year(),
                request.scope(),
                now,
                request.by(),
                request.note(),
                reference,
                content.sha256(),
                count,
                verdicts);
        store.complete(snapshot);
        return new Freezing.Frozen(snapshot);
    }

    /**
     * The next snapshots, newest first.
     *
     * @param before only those with smaller numbers; {@link Long#MAX_VALUE} for the first page
     */
    public List<Snapshot> page(long before, int limit) throws Exception {
        return database.inTransaction(connection -> new SnapshotStore(connection).before(before, limit));
    }

    /** A snapshot's head. */
    public Optional<Snapshot> find(long id) throws Exception {
        return database.inTransaction(connection -> new SnapshotStore(connection).find(id));
    }

    /** Writes the canonical JSON of a snapshot that there is, and gives its SHA-256, which must be the snapshot's. */
    public String write(Snapshot snapshot, OutputStream stream) throws Exception {
        return database.inTransaction(connection -> {
            Content content = new Content(snapshot.year(), snapshot.scope(), snapshot.reference(), stream);
            new SnapshotStore(connection).each(snapshot.id(), (enterprise, bytes) -> content.add(bytes));
            content.close();
            return content.sha256();
        });
    }

    /** Gives every figure that says something else now, by enterprise and figure; gives how many. */
    public int differences(Snapshot snapshot, Consumer<Difference> taker) throws Exception {
        return database.inTransaction(connection -> {
            atOneMoment(connection);
            FiguresStore figures = new FiguresStore(connection, snapshot.year());
            Map<String, FiguresStore.InScope> since = new TreeMap<>();
            figures.inScope(snapshot.scope()).forEach(one -> since.put(one.code(), one));
            int[] count = new int[1];
            new SnapshotStore(connection).each(snapshot.id(), (enterprise, bytes) -> {
                since.remove(enterprise);
                EnterpriseYear now =
                        EnterpriseYear.of(enterprise, Optional.empty(), Optional.empty(), figures.verdicts(enterprise));
                count[0] += give(enterprise, bytes, now, taker);
            });
            for (FiguresStore.InScope other : since.values()) {
                count[0] += give(
                        other.code(),
                        CanonicalJson.bytes(CanonicalJson.JSON.createObjectNode()),
                        figures.of(other),
                        taker);
            }
            return count[0];
        });
    }

    private static int give(String enterprise, byte[] then, EnterpriseYear now, Consumer<Difference> taker)
            throws Exception {
        List<Difference> differences =
                Difference.between(enterprise, EnterpriseYear.figures(then), EnterpriseYear.figures(now.bytes()));
        differences.forEach(taker);
        return differences.size();
    }
}
