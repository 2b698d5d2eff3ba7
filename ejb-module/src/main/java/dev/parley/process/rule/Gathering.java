package dev.parley.process.rule;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.process.definition.Collect;
import dev.parley.process.definition.Step;
import dev.parley.process.state.StepState;
import dev.parley.value.Scope;

/** A step that gathers several messages: it is done when they are enough, and its reply is all of them. */
final class Gathering {

    private Gathering() {}

    /** The step with one message more, for which there is room. */
    static StepState add(Collect collect, Step.Await step, StepState state, JsonNode message, Draft draft) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        if (state.kept().reply() instanceof ArrayNode before) {
            all.addAll(before);
        }
        all.add(message);
        StepState more = state.with(state.kept().replied(all));
        boolean enough = all.size() >= collect.atMost()
                || (collect.until() != null
                        && collect.until().holds(scope(step, all, message, draft.scope(state.id()))));
        StepState next = enough ? Settled.complete(more, draft) : more;
        draft.put(next);
        return next;
    }

    /** What is known at the step, with the messages that it has, and the one that came last. */
    private static Scope scope(Step.Await step, ArrayNode all, JsonNode last, Scope known) {
        return pointer -> {
            JsonPointer rest = pointer.tail();
            if (pointer.getMatchingProperty().equals("message")) {
                return last.at(rest);
            }
            boolean own = pointer.getMatchingProperty().equals("messages")
                    && rest.getMatchingProperty().equals(step.message());
            return own ? all.at(rest.tail()) : known.find(pointer);
        };
    }
}
