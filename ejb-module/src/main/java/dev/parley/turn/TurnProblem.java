package dev.parley.turn;

import dev.parley.message.ProblemKind;

/** The problems of turns. */
public enum TurnProblem implements ProblemKind {
    TURN_TAKEN(409, "Turn taken before"),
    TURN_TOO_FAR(409, "Turn too far ahead"),
    TURN_MISSED(504, "Turn not taken in time");

    private final int status;
    private final String title;

    TurnProblem(int status, String title) {
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
