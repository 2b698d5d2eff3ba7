package dev.parley.topic;

import dev.parley.message.ProblemKind;

/** The problems of topics, their subscriptions and their events. */
public enum TopicProblem implements ProblemKind {
    TOPIC_UNKNOWN(404, "Topic unknown"),
    TOPIC_MISSING(400, "No topic named"),
    TOPIC_NOT_YOURS(403, "Not allowed"),
    TOPICS_TOO_MANY(409, "Too many topics"),
    TOPIC_IN_USE(409, "The topic is in use"),
    PUBLISHER_REFUSED(403, "Not allowed"),
    SUBSCRIBER_REFUSED(403, "Not allowed"),
    SUBSCRIPTION_UNKNOWN(404, "Subscription unknown"),
    SUBSCRIPTIONS_TOO_MANY(409, "Too many subscriptions"),
    EVENT_INVALID(400, "The event is not as it must be");

    private final int status;
    private final String title;

    TopicProblem(int status, String title) {
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
