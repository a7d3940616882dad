package io.kilowatch.deploy.bench;

import io.kilowatch.platform.database.Database;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Whether what the database has committed would survive a power failure. */
final class Durability {
    private Durability() {}

    /**
     * Refuses a server that does not write to disk before it says committed.
     *
     * @throws IllegalStateException if one of the settings that see to it is off
     */
    static void check(Database database) throws Exception {
        String sql = """
                SELECT name FROM pg_settings
                WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes') AND setting <> 'on'
                """;
        List<String> off = database.inTransaction(connection -> {
            List<String> names = new ArrayList<>();
            try (Statement select = connection.createStatement();
                    ResultSet rows = select.executeQuery(sql)) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        });
        if (!off.isEmpty()) {
            throw new IllegalStateException(
                    "figures of a database that may lose what it committed say nothing; not on: "
                            + String.join(", ", off));
        }
    }
}
