package dev.parley.conversation.gathering;

import dev.parley.message.ProblemKind;

/** The problems of gatherings. */
public enum GatheringProblem implements ProblemKind {
    TOO_FEW(409, "Too few replies"),
    ANSWER_TOO_LARGE(413, "The answer is too large"),
    CHOICE_FAILED(409, "Nobody has chosen"),
    NOT_UNDONE(0, "Not taken, and not undone");

    private final int status;
    private final String title;

    GatheringProblem(int status, String title) {
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
