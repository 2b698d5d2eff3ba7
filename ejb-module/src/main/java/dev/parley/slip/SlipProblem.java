package dev.parley.slip;

import dev.parley.message.ProblemKind;

/** The problems of slips. */
public enum SlipProblem implements ProblemKind {
    SLIP_INVALID(400, "The slip is not as it was sent"),
    SLIP_TOO_LARGE(413, "The slip has become too large"),
    SLIP_VARIABLE_MISSING(0, "A pointer finds no variable"),
    SLIP_NUMBER_INVALID(0, "A number that cannot be signed"),
    SLIP_REVISION_REFUSED(0, "The route may not be changed so"),
    SLIP_STUCK(0, "A compensation could not be done"),
    SLIP_LOST(0, "The slip did not come back"),
    SLIP_NOT_STUCK(409, "The slip is not stuck"),
    SLIP_TRAVELS(409, "A slip cannot be called back"),
    SLIP_RECALLED(0, "It was wanted undone");

    private final int status;
    private final String title;

    SlipProblem(int status, String title) {
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
