package dev.parley.message;

/** Thrown, or what a stage completes with, when what was asked for is refused; nothing has been changed. */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** The refusal with that problem. */
    public Refusal(Problem problem) {
        super(problem.name() + ": " + problem.detail());
        this.problem = problem;
    }

    /** The problem that whoever asked is told. */
    public Problem problem() {
        return problem;
    }
}
