package dev.parley.process.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.parley.process.state.StepId;
import org.jspecify.annotations.Nullable;

/**
 * How far a step, or a list of them, has come.
 *
 * @param kind how far
 * @param origin of a failure: the step that faulted
 * @param fault of a failure: its fault
 */
record Outcome(Kind kind, @Nullable StepId origin, JsonNode fault) {

    static final Outcome DONE = new Outcome(Kind.DONE, null, NullNode.instance);
    static final Outcome OPEN = new Outcome(Kind.OPEN, null, NullNode.instance);

    enum Kind {
        DONE,
        OPEN,
        FAILED
    }

    static Outcome failed(StepId origin, @Nullable JsonNode fault) {
        return new Outcome(Kind.FAILED, origin, fault == null ? NullNode.instance : fault);
    }

    boolean isDone() {
        return kind == Kind.DONE;
    }

    boolean isFailed() {
        return kind == Kind.FAILED;
    }
}
