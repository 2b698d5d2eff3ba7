package dev.parley.testing;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request in a schedule, which is sent again until it is answered. */
public final class StagedRequest {

    private final String operation;
    private final String body;
    private final String messageId;
    private final Duration within;
    private @Nullable Outcome outcome;

    StagedRequest(String operation, String body, String messageId, Duration within) {
        this.operation = operation;
        this.body = body;
        this.messageId = messageId;
        this.within = within;
    }

    /** Its key. */
    public String messageId() {
        return messageId;
    }

    /** What its requester was told; how often the operation was called is not. Empty while nothing was. */
    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** True if its requester was told that it was done. */
    public boolean isReplied() {
        return outcome != null && outcome.ending() == Outcome.Ending.REPLIED;
    }

    String operation() {
        return operation;
    }

    String body() {
        return body;
    }

    Duration within() {
        return within;
    }

    void ended(Outcome how) {
        outcome = how;
    }

    @Override
    public String toString() {
        return messageId + ": " + operation + " " + body;
    }
}
