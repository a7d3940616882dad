package io.kilowatch.aggregator.evidence.http;

import io.kilowatch.platform.http.Problem;

/** A request that is answered with a problem; what to do about it is said in both languages. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refusal(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    static Refusal badRequest(String zh, String en) {
        return new Refusal(Problem.badRequest(zh + " / " + en));
    }

    static Refusal notFound(String zh, String en) {
        return new Refusal(Problem.notFound(zh + " / " + en));
    }

    Problem problem() {
        return problem;
    }
}
