package io.kilowatch.ingest.bridge;

/** A broker that cannot be reached, does not let the bridge in, or has left it soon after. */
final class BrokerFault extends Exception {
    private static final long serialVersionUID = 1;

    BrokerFault(String message) {
        super(message);
    }

    BrokerFault(String message, Throwable cause) {
        super(message, cause);
    }
}
