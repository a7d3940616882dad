package io.kilowatch.aggregator.stream;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** A connection to a database in which nothing is stored: every query gives no row, every number is zero. */
final class EmptyDatabase {
    private EmptyDatabase() {}

    static Connection connection() {
        return (Connection) emptyAs(Connection.class);
    }

    private static Object emptyAs(Class<?> type) {
        return Proxy.newProxyInstance(
                EmptyDatabase.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer(method.getReturnType()));
    }

    private static @Nullable Object answer(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        if (type == long.class) {
            return 0L;
        }
        return type.getName().startsWith("java.sql.") ? emptyAs(type) : null;
    }
}
