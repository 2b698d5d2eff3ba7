package dev.parley.process.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.StateJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a step stands.
 *
 * @param id its id
 * @param status its status
 * @param version grows with every change; it is its ETag
 * @param since when it took its status
 * @param order when it was done, compared with others; 0 before
 * @param asks how often something was asked for it
 * @param work what is done for it
 * @param kept what is kept of it
 * @param block what is kept if it is a block; null if it is none
 */
public record StepState(
        StepId id,
        StepStatus status,
        int version,
        Instant since,
        int order,
        Asks asks,
        StepWork work,
        StepRecord kept,
        @Nullable Block block) {

    /** A step that begins. */
    public static StepState begun(StepId id, StepRecord kept, @Nullable Block block, Instant now) {
        return new StepState(id, StepStatus.RUNNING, 1, now, 0, Asks.NONE, StepWork.NONE, kept, block);
    }

    /** The same with another status. */
    public StepState become(StepStatus next, Instant now) {
        return new StepState(id, next, version + 1, next == status ? since : now, order, asks, work, kept, block);
    }

    public StepState with(StepWork next) {
        return new StepState(id, status, version + 1, since, order, asks, next, kept, block);
    }

    public StepState with(StepRecord next) {
        return new StepState(id, status, version + 1, since, order, asks, work, next, block);
    }

    public StepState with(@Nullable Block next) {
        return new StepState(id, status, version + 1, since, order, asks, work, kept, next);
    }

    /** The same, done after all that have a smaller number. */
    public StepState done(int when) {
        return new StepState(id, status, version + 1, since, when, asks, work, kept, block);
    }

    /** The same, of which something was asked under that key. */
    public StepState asking(Phase phase, String key, Instant deadline) {
        return new StepState(
                id, status, version + 1, since, order, asks.plus(phase), work.asking(key, deadline), kept, block);
    }

    /** The same; whatever is asked for it from now on in that phase is another message than before. */
    public StepState changed(Phase phase) {
        return new StepState(id, status, version + 1, since, order, asks.changed(phase), work, kept, block);
    }

    /** The same, in place of what it was before: its ETags go on. */
    public StepState after(StepState before) {
        return new StepState(id, status, before.version() + 1, since, order, asks, work, kept, block);
    }

    /** What is said of why it waits for a person, such as which pointer finds nothing; null if nothing is. */
    public @Nullable String detail() {
        JsonNode fault = work.phase() == Phase.UNDO ? kept.undone() : kept.fault();
        return status != StepStatus.STUCK || fault == null ? null : StateJson.text(fault, "detail");
    }

    /** Its entity tag. */
    public String etag() {
        return "\"" + version + "\"";
    }

    /** Whether something goes on with it. */
    public boolean isOpen() {
        return switch (status) {
            case WAITING, RUNNING, HELD, COMPENSATING -> true;
            case UNKNOWN -> work.phase() == Phase.OUTCOME && work.due() != null;
            default -> false;
        };
    }

    /** Whether it is known to have been done, as far as it is to be undone. */
    public boolean isDoneForSure() {
        return kept.fault() == null || !kept.fault().path("type").asText().endsWith(":outcome-unknown");
    }

    /** Whether a person wrote off its undoing. */
    public boolean isWrittenOff() {
        return status == StepStatus.SKIPPED && work.phase() == Phase.UNDO;
    }
}
