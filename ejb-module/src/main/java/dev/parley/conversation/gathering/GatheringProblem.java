package dev.parley.conversation.gathering;

import dev.parley.message.ProblemKind;

/** The problems of gatherings. */
public enum GatheringProblem implements ProblemKind {
    TOO_FEW(409, "Too few replies"),
    ANSWER_TOO_LARGE(413, "The answer is too large");

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
