package io.kilowatch.platform.database;

import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import java.util.List;

/**
 * Where the database is.
 *
 * @param url {@code jdbc:postgresql://host:port/name}
 * @param user who connects
 * @param password may be empty
 */
public record DatabaseConfig(String url, String user, String password) {
    /** Where the database is. */
    public static final Option<String> URL = Option.of(
            "database-url",
            "JDBC-URL",
            "jdbc:postgresql://localhost:5432/kilowatch",
            "PostgreSQL or TimescaleDB to store in",
            DatabaseConfig::checked);

    /** Who connects. */
    public static final Option<String> USER = Option.text("database-user", "NAME", "kilowatch", "database user");

    /** The user's password. */
    public static final Option<String> PASSWORD = Option.text(
                    "database-password", "TEXT", "", "password of the database user")
            .asSecret();

    /** All of them. */
    public static final List<Option<?>> OPTIONS = List.of(URL, USER, PASSWORD);

    private static String checked(String url) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("give jdbc:postgresql://HOST:PORT/DATABASE");
        }
        return url;
    }

    /** From the settings. */
    public static DatabaseConfig from(Settings settings) {
        return new DatabaseConfig(
                settings.value(URL),
                settings.value(USER),
                settings.optional(PASSWORD).orElse(""));
    }

    /** Hides the password, and the URL's parameters, which may hold one. */
    @Override
    public String toString() {
        return "DatabaseConfig[url=" + url.replaceFirst("\\?.*", "") + ", user=" + user + "]";
    }
}
