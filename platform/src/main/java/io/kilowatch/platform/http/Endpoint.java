package io.kilowatch.platform.http;

/** What answers requests, on a thread that may block. */
@FunctionalInterface
public interface Endpoint {
    /** The answer; a {@link Refusal} is answered with its problem. */
    Reply answer(Query query) throws Exception;
}
