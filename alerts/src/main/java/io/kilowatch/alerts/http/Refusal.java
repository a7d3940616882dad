package io.kilowatch.alerts.http;

import io.kilowatch.platform.http.Problem;

/** A request that is answered with a problem. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refusal(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    static Refusal badRequest(String detail) {
        return new Refusal(Problem.badRequest(detail));
    }

    Problem problem() {
        return problem;
    }
}
