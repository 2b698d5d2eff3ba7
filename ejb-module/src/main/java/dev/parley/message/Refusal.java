package dev.parley.message;

/** Thrown, or what a stage completes with, when what was asked for is refused; nothing has been changed. */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public Refusal(Problem problem) {
        super(problem.name() + ": " + problem.detail());
        this.problem = problem;
    }

    /** Why. */
    public Problem problem() {
        return problem;
    }
}
