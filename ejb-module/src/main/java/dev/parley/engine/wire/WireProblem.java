package dev.parley.engine.wire;

import dev.parley.message.ProblemKind;

/** The problems of messages themselves, whatever they say. */
public enum WireProblem implements ProblemKind {
    OBJECT_MESSAGE_REFUSED(400, "Java objects are not read"),
    MESSAGE_TYPE_REFUSED(400, "Message type not read"),
    NOT_WORK(0, "Not a work message"),
    REPLY_ADDRESS_GONE(0, "The reply address is gone"),
    CANNOT_BE_SENT(0, "The broker does not take it");

    private final int status;
    private final String title;

    WireProblem(int status, String title) {
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
