package dev.parley.topic.webhook;

import dev.parley.message.ProblemKind;

/** The problems of webhooks: why a receiver did not get an event, which whoever subscribed reads. */
public enum WebhookProblem implements ProblemKind {
    WEBHOOK_FAILED(0, "Not taken by the receiver"),
    WEBHOOK_GONE(0, "The receiver wants no more"),
    WEBHOOK_UNPROVED(0, "The receiver has not agreed"),
    WEBHOOK_REFUSED(0, "The receiver may not be called"),
    WEBHOOK_MISSING(409, "No webhook");

    private final int status;
    private final String title;

    WebhookProblem(int status, String title) {
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
