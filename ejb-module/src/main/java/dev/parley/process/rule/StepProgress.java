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
record StepProgress(Kind kind, @Nullable StepId origin, JsonNode fault) {

    static final StepProgress DONE = new StepProgress(Kind.DONE, null, NullNode.instance);
    static final StepProgress OPEN = new StepProgress(Kind.OPEN, null, NullNode.instance);

    enum Kind {
        DONE,
        OPEN,
        FAILED
    }

    static StepProgress failed(StepId origin, @Nullable JsonNode fault) {
        return new StepProgress(Kind.FAILED, origin, fault == null ? NullNode.instance : fault);
    }

    boolean isDone() {
        return kind == Kind.DONE;
    }

    boolean isFailed() {
        return kind == Kind.FAILED;
    }
}
