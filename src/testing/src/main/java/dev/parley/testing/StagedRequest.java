package dev.parley.testing;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A request in a schedule, which is sent again until it is answered. */
public final class StagedRequest {

    private final String operation;
    private final String body;
    private final String messageId;
    private final @Nullable Duration within;
    private final Map<String, String> properties;
    private Consumer<Outcome> listener = told -> {};
    private @Nullable Outcome outcome;

    /** @param within how long it has; null for an hour, or, for a process, as long as that takes */
    StagedRequest(
            String operation,
            String body,
            String messageId,
            @Nullable Duration within,
            Map<String, String> properties) {
        this.operation = operation;
        this.body = body;
        this.messageId = messageId;
        this.within = within;
        this.properties = Map.copyOf(properties);
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

    @Nullable
    Duration within() {
        return within;
    }

    Map<String, String> properties() {
        return properties;
    }

    void whenEnded(Consumer<Outcome> told) {
        listener = told;
    }

    /** The first answer counts. */
    void ended(Outcome how) {
        if (outcome == null) {
            outcome = how;
            listener.accept(how);
        }
    }

    @Override
    public String toString() {
        return messageId + ": " + operation + " " + body;
    }
}
