package dev.parley.process.state;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a step: what was asked, and what came of it.
 *
 * @param operation the operation that was asked, or the message that is awaited; null for a block
 * @param compensation the operation that undoes it; null for none
 * @param undoesItself whether a process was asked that undoes itself, whatever becomes of its definition
 * @param input the request; null for none
 * @param reply the reply; null for none
 * @param fault the fault's problem object; null for none
 * @param undone what its compensation answered; null for nothing
 * @param edited the request to its compensation, where a person has written one; null for the usual one
 */
public record StepRecord(
        @Nullable String operation,
        @Nullable String compensation,
        boolean undoesItself,
        @Nullable JsonNode input,
        @Nullable JsonNode reply,
        @Nullable JsonNode fault,
        @Nullable JsonNode undone,
        @Nullable JsonNode edited) {

    /** Nothing. */
    public static final StepRecord NOTHING = new StepRecord(null, null, false, null, null, null, null, null);

    /** What is asked, and what would undo it. */
    public static StepRecord asking(String operation, @Nullable String compensation, @Nullable JsonNode input) {
        return new StepRecord(operation, compensation, false, input, null, null, null, null);
    }

    /** The same, of a process that undoes itself, or of what does not. */
    public StepRecord undoingItself(boolean its) {
        return new StepRecord(operation, compensation, its, input, reply, fault, undone, edited);
    }

    public StepRecord replied(@Nullable JsonNode its) {
        return new StepRecord(operation, compensation, undoesItself, input, its, null, undone, edited);
    }

    public StepRecord faulted(@Nullable JsonNode its) {
        return new StepRecord(operation, compensation, undoesItself, input, reply, its, undone, edited);
    }

    public StepRecord undone(@Nullable JsonNode by) {
        return new StepRecord(operation, compensation, undoesItself, input, reply, fault, by, edited);
    }

    public StepRecord compensatedBy(@Nullable String other) {
        return new StepRecord(operation, other, undoesItself, input, reply, fault, undone, edited);
    }

    public StepRecord asked(@Nullable JsonNode its) {
        return new StepRecord(operation, compensation, undoesItself, its, reply, fault, undone, edited);
    }

    public StepRecord edited(@Nullable JsonNode request) {
        return new StepRecord(operation, compensation, undoesItself, input, reply, fault, undone, request);
    }
}
