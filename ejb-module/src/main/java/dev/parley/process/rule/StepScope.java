package dev.parley.process.rule;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parley.process.definition.Step;
import dev.parley.process.state.StepId;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;
import dev.parley.value.Mappings;
import dev.parley.value.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known at a step: the request, what its round and those around it have done, messages, items. */
final class StepScope implements Scope {

    private static final MissingNode NOTHING = MissingNode.getInstance();

    private final Draft draft;
    private final StepId at;

    /** @param at the step that it is looked from; one without a name for the process itself */
    StepScope(Draft draft, StepId at) {
        this.draft = draft;
        this.at = at;
    }

    @Override
    public JsonNode find(JsonPointer pointer) {
        JsonPointer rest = pointer.tail();
        return switch (pointer.getMatchingProperty()) {
            case "request" -> draft.request().at(rest);
            case "process" -> ofProcess(rest.getMatchingProperty());
            case "messages" -> message(rest.getMatchingProperty()).at(rest.tail());
            case "steps" -> answer(rest);
            case Mappings.ROOT -> draft.mapped(rest.getMatchingProperty(), this);
            default -> item(pointer.getMatchingProperty()).at(rest);
        };
    }

    private JsonNode ofProcess(String member) {
        return JsonNodeFactory.instance.textNode(
                member.equals("id")
                        ? draft.conversation().id()
                        : draft.conversation().createdAt().toString());
    }

    private JsonNode answer(JsonPointer pointer) {
        StepState step = step(pointer.getMatchingProperty());
        JsonPointer rest = pointer.tail();
        if (step == null) {
            return NOTHING;
        }
        JsonNode found = rest.getMatchingProperty().equals("fault")
                ? step.kept().fault()
                : step.kept().reply();
        return found == null ? NOTHING : found.at(rest.tail());
    }

    /** The step of that name in this round, or in the nearest one around it. */
    private @Nullable StepState step(String name) {
        for (String rounds = at.rounds(); ; rounds = rounds.substring(0, rounds.lastIndexOf('.'))) {
            StepState step = draft.step(new StepId(name, rounds));
            if (step != null || rounds.isEmpty()) {
                return step;
            }
        }
    }

    private JsonNode message(String name) {
        JsonNode found = NOTHING;
        for (Step step : draft.definition().allSteps().toList()) {
            StepState state =
                    step instanceof Step.Await await && await.message().equals(name) ? step(step.name()) : null;
            if (state != null && isTaken(state) && state.kept().reply() != null) {
                found = state.kept().reply();
            }
        }
        return found;
    }

    /** Whether it came, or somebody has said what stands for it. */
    private static boolean isTaken(StepState state) {
        return state.status() == StepStatus.SUCCEEDED || state.status() == StepStatus.SKIPPED;
    }

    /** The item of the round around this place that has this name; the innermost, if several have. */
    private JsonNode item(String as) {
        List<Step.ForEach> around = draft.definition().around(at.name());
        String rounds = at.rounds();
        for (int i = around.size() - 1; i >= 0; i--) {
            int end = rounds.lastIndexOf('.');
            int round = Integer.parseInt(rounds.substring(end + 1));
            rounds = rounds.substring(0, end);
            StepState state = draft.step(new StepId(around.get(i).name(), rounds));
            if (around.get(i).as().equals(as) && state != null && state.block() != null) {
                return state.block().items().get(round);
            }
        }
        return NOTHING;
    }
}
