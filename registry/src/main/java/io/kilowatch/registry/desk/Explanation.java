package io.kilowatch.registry.desk;

import java.sql.SQLException;

/** A failure of the database or of Kafka, in a sentence for the operator. */
final class Explanation {
    private Explanation() {}

    /** The outermost and the innermost message, and which of the two failed. */
    static String of(Throwable thrown) {
        Throwable innermost = thrown;
        String part = part(thrown);
        while (innermost.getCause() != null && innermost.getCause().getMessage() != null) {
            innermost = innermost.getCause();
            part = part.isEmpty() ? part(innermost) : part;
        }
        String outer = text(thrown);
        String inner = text(innermost);
        return part + outer + (outer.contains(inner) ? "" : ": " + inner);
    }

    private static String part(Throwable thrown) {
        String type = thrown.getClass().getName();
        if (thrown instanceof SQLException || type.startsWith("org.flywaydb.") || type.startsWith("com.zaxxer.")) {
            return "database: ";
        }
        return type.startsWith("org.apache.kafka.") ? "Kafka: " : "";
    }

    private static String text(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null
                ? thrown.getClass().getSimpleName()
                : message.strip().replaceAll("\\s+", " ");
    }
}
