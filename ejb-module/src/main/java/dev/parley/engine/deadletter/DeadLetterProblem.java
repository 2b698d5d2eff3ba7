package dev.parley.engine.deadletter;

import dev.parley.message.ProblemKind;

/** The problems of dead letters. */
public enum DeadLetterProblem implements ProblemKind {
    LETTER_UNKNOWN(404, "Letter unknown"),
    DEAD_LETTER_STAYS(409, "Dead letter cannot go anywhere");

    private final int status;
    private final String title;

    DeadLetterProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
