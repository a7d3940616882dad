package io.kilowatch.platform.http;

/** A request that is answered with a problem; what to do about it is said in both languages. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** One that is answered with a problem. */
    public Refusal(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** The request cannot be understood. */
    public static Refusal badRequest(String zh, String en) {
        return new Refusal(Problem.badRequest(zh + " / " + en));
    }

    /** Something named in the path does not exist. */
    public static Refusal notFound(String zh, String en) {
        return new Refusal(Problem.notFound(zh + " / " + en));
    }

    /** The request does not fit the state of the thing it names. */
    public static Refusal conflict(String zh, String en) {
        return new Refusal(Problem.conflict(zh + " / " + en));
    }

    /** What it is answered with. */
    public Problem problem() {
        return problem;
    }
}
