package dev.parley.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.PatternState;
import dev.parley.message.JsonText;
import dev.parley.process.command.BegunAgain;
import dev.parley.process.command.Rerun;
import dev.parley.process.definition.Attribute;
import dev.parley.process.definition.ProcessDefinition;
import dev.parley.process.definition.Step;
import dev.parley.process.state.ProcessState;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;
import dev.parley.value.Scope;
import dev.parley.value.Value;
import dev.parley.value.ValueMissing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How instances begin. */
final class Beginning {

    private static final PatternState NOTHING = new PatternState() {};

    private Beginning() {}

    /** The conversation; if its requester gives no deadline, it has that of the definition. */
    static Conversation accepted(Event.Requested event, String pattern, ProcessDefinition definition, Instant now) {
        Conversation accepted = Conversation.accepted(pattern, event.request(), event.newId(), now);
        Instant deadline = now.plus(definition.deadline());
        return event.request().deadlineGiven()
                ? accepted
                : accepted.waitingUntil(deadline, NOTHING, now).become(accepted.status(), now);
    }

    static ProcessState state(
            Envelope request, Conversation accepted, ProcessDefinition definition, int version, Set<String> wanted) {
        JsonNode body = JsonText.parseExactly(request.body());
        return new ProcessState(
                version,
                body,
                attributes(body, accepted, definition),
                Map.of(),
                accepted.expiresAt(),
                ProcessState.Flags.NONE,
                null,
                List.of(),
                wanted,
                0,
                request.body().length(),
                0);
    }

    /** The state with the steps that another instance has done before that one. */
    static ProcessState takingOver(ProcessState state, BegunAgain event, ProcessDefinition definition) {
        ProcessState other = event.other();
        Map<String, StepState> steps = Rerun.before(other, definition, event.from());
        boolean pivoted = definition
                .allSteps()
                .anyMatch(s -> s instanceof Step.Operation operation
                        && operation.pivot()
                        && steps.containsKey(s.name())
                        && steps.get(s.name()).status() == StepStatus.SUCCEEDED);
        return new ProcessState(
                state.version(),
                state.request(),
                state.attributes(),
                steps,
                state.deadline(),
                pivoted ? state.flags().passesPivot() : state.flags(),
                null,
                List.of(),
                state.wanted(),
                other.done(),
                other.size(),
                0,
                other.lineage().inherited(steps.keySet(), event.otherId()));
    }

    /** What it is found by; what is not there, it is not found by. */
    private static Map<String, String> attributes(
            JsonNode request, Conversation accepted, ProcessDefinition definition) {
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        known.set("request", request);
        known.putObject("process")
                .put("id", accepted.id())
                .put("startedAt", accepted.createdAt().toString());
        Map<String, String> attributes = new TreeMap<>();
        definition.attributes().forEach((name, value) -> put(attributes, name, value, known::at));
        return attributes;
    }

    private static void put(Map<String, String> attributes, String name, Value value, Scope scope) {
        try {
            attributes.put(name, Attribute.text(value.in(scope)));
        } catch (ValueMissing e) {
            attributes.remove(name);
        }
    }
}
