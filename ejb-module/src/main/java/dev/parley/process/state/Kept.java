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
public record Kept(
        @Nullable String operation,
        @Nullable String compensation,
        boolean undoesItself,
        @Nullable JsonNode input,
        @Nullable JsonNode reply,
        @Nullable JsonNode fault,
        @Nullable JsonNode undone,
        @Nullable JsonNode edited) {

    /** Nothing. */
    public static final Kept NOTHING = new Kept(null, null, false, null, null, null, null, null);

    /** What is asked, and what would undo it. */
    public static Kept asking(String operation, @Nullable String compensation, @Nullable JsonNode input) {
        return new Kept(operation, compensation, false, input, null, null, null, null);
    }

    /** The same, of a process that undoes itself, or of what does not. */
    public Kept undoingItself(boolean its) {
        return new Kept(operation, compensation, its, input, reply, fault, undone, edited);
    }

    public Kept replied(@Nullable JsonNode its) {
        return new Kept(operation, compensation, undoesItself, input, its, null, undone, edited);
    }

    public Kept faulted(@Nullable JsonNode its) {
        return new Kept(operation, compensation, undoesItself, input, reply, its, undone, edited);
    }

    public Kept undone(@Nullable JsonNode by) {
        return new Kept(operation, compensation, undoesItself, input, reply, fault, by, edited);
    }

    public Kept compensatedBy(@Nullable String other) {
        return new Kept(operation, other, undoesItself, input, reply, fault, undone, edited);
    }

    public Kept asked(@Nullable JsonNode its) {
        return new Kept(operation, compensation, undoesItself, its, reply, fault, undone, edited);
    }

    public Kept edited(@Nullable JsonNode request) {
        return new Kept(operation, compensation, undoesItself, input, reply, fault, undone, request);
    }
}
