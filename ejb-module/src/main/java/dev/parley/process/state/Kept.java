package dev.parley.process.state;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a step: what was asked, and what came of it.
 *
 * @param operation the operation that was asked, or the message that is awaited; null for a block
 * @param compensation the operation that undoes it; null for none
 * @param input the request; null for none
 * @param reply the reply; null for none
 * @param fault the fault's problem object; null for none
 * @param undone what its compensation answered; null for nothing
 */
public record Kept(
        @Nullable String operation,
        @Nullable String compensation,
        @Nullable JsonNode input,
        @Nullable JsonNode reply,
        @Nullable JsonNode fault,
        @Nullable JsonNode undone) {

    /** Nothing. */
    public static final Kept NOTHING = new Kept(null, null, null, null, null, null);

    /** What is asked, and what would undo it. */
    public static Kept asking(String operation, @Nullable String compensation, @Nullable JsonNode input) {
        return new Kept(operation, compensation, input, null, null, null);
    }

    public Kept replied(@Nullable JsonNode its) {
        return new Kept(operation, compensation, input, its, null, undone);
    }

    public Kept faulted(@Nullable JsonNode its) {
        return new Kept(operation, compensation, input, reply, its, undone);
    }

    public Kept undone(@Nullable JsonNode by) {
        return new Kept(operation, compensation, input, reply, fault, by);
    }

    public Kept compensatedBy(@Nullable String other) {
        return new Kept(operation, other, input, reply, fault, undone);
    }

    public Kept asked(@Nullable JsonNode its) {
        return new Kept(operation, compensation, its, reply, fault, undone);
    }
}
