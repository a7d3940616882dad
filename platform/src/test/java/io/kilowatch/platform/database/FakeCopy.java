package io.kilowatch.platform.database;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** A connection whose COPY keeps the bytes that it was given, or fails. */
final class FakeCopy {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    final List<String> statements = new ArrayList<>();
    boolean fails;
    boolean ended;
    boolean cancelled;

    Connection connection() throws SQLException {
        CopyManager manager = new CopyManager(proxy(BaseConnection.class, (method, arguments) -> null)) {
            @Override
            public CopyIn copyIn(String statement) {
                statements.add(statement);
                ended = false;
                cancelled = false;
                return copy();
            }
        };
        PGConnection postgres = proxy(PGConnection.class, (method, arguments) -> manager);
        return proxy(Connection.class, (method, arguments) -> postgres);
    }

    private CopyIn copy() {
        return proxy(CopyIn.class, (method, arguments) -> switch (method) {
            case "writeToCopy" -> {
                if (fails) {
                    throw new SQLException("connection lost");
                }
                bytes.write((byte[]) arguments[0], (int) arguments[1], (int) arguments[2]);
                yield null;
            }
            case "endCopy" -> {
                ended = true;
                yield 0L;
            }
            case "isActive" -> !ended && !cancelled;
            case "cancelCopy" -> {
                cancelled = true;
                yield null;
            }
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private interface Answering {
        @Nullable
        Object answer(String method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Answering answering) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answering.answer(method.getName(), arguments)));
    }
}
