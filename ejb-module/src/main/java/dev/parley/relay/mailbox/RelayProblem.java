package dev.parley.relay.mailbox;

import dev.parley.message.ProblemKind;

/** The problems of mailboxes and what is in them. */
public enum RelayProblem implements ProblemKind {
    MAILBOX_UNKNOWN(404, "Mailbox unknown"),
    MAILBOX_MISSING(400, "No mailbox named"),
    MAILBOXES_TOO_MANY(409, "Too many mailboxes"),
    MAILBOX_NOT_EMPTY(409, "There are messages in the mailbox"),
    MAILBOX_FULL(429, "The mailbox is full"),
    DEAD_LETTER_UNKNOWN(404, "Dead letter unknown"),
    BODY_MISSING(400, "No body"),
    LOCK_LOST(410, "The lock is not valid"),
    REPLY_UNWANTED(409, "No reply wanted"),
    REPLY_ADDRESS_REFUSED(409, "Reply address not allowed");

    private final int status;
    private final String title;

    RelayProblem(int status, String title) {
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
