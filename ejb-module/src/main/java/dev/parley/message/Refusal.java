package dev.parley.message;

/** The refusal of what was asked for, thrown, or what a stage completes with; nothing has been changed. */
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
