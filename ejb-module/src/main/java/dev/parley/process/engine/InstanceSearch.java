package dev.parley.process.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Received;
import dev.parley.conversation.StateJson;
import dev.parley.engine.run.EffectExecutor;
import dev.parley.engine.run.UnitOfWork;
import dev.parley.message.InvalidBody;
import dev.parley.message.JsonText;
import dev.parley.message.MessageKind;
import dev.parley.message.Problem;
import dev.parley.message.Violation;
import dev.parley.process.KnownProcess;
import dev.parley.process.ProcessPattern;
import dev.parley.process.Versions;
import dev.parley.process.definition.AwaitedMessage;
import dev.parley.process.event.BegunByMessage;
import dev.parley.process.message.Found;
import dev.parley.process.message.Tell;
import dev.parley.process.rule.ProcessProblem;
import dev.parley.value.ValueMissing;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The search for the instance that a message is for which names none: by its key, as the current version has it. Where
 * there is none yet, the message begins one, or waits for one.
 */
final class InstanceSearch {

    private final UnitOfWork unit;
    private final Versions versions;
    private final KeyedInstances instances;

    InstanceSearch(UnitOfWork unit, Versions versions, KeyedInstances instances) {
        this.unit = unit;
        this.versions = versions;
        this.instances = instances;
    }

    void search(Conversation message, Tell tell) {
        String process = String.valueOf(MessageResolution.process(message.operation()));
        KnownProcess known = versions.current(Set.of(process)).get(process);
        AwaitedMessage awaited = known == null
                ? null
                : known.definition().messages().get(MessageResolution.message(message.operation()));
        if (known == null || awaited == null || awaited.key().isEmpty()) {
            MessageEngine.refuse(
                    unit,
                    message,
                    ProcessProblem.INSTANCE_MISSING.because("Say which instance of process '" + process
                            + "' it is for: its id as the ConversationId of the message."));
            return;
        }
        String body = MessageEngine.body(unit, message, tell);
        try {
            search(message, tell, known, awaited, JsonText.parseExactly(body));
        } catch (ValueMissing e) {
            MessageEngine.refuse(
                    unit,
                    message,
                    ProcessProblem.INSTANCE_MISSING.because(
                            e.getMessage() + " of the message, by which its instance is found."));
        }
    }

    private void search(Conversation message, Tell tell, KnownProcess process, AwaitedMessage awaited, JsonNode body) {
        Map<String, String> key = awaited.key(body);
        String name = process.definition().name();
        unit.store().flush();
        List<String> found = instances.find(name, key, 2);
        if (!found.isEmpty()) {
            found(message, found, key);
        } else if (awaited.starts()) {
            start(message, tell, process, awaited, body);
        }
    }

    private void found(Conversation message, List<String> found, Map<String, String> key) {
        if (found.size() > 1) {
            MessageEngine.refuse(
                    unit,
                    message,
                    ProcessProblem.INSTANCE_AMBIGUOUS.because("More than one instance has " + key
                            + ": name the one that is meant as the ConversationId of the message."));
            return;
        }
        String body = StateJson.object()
                .put("note", "found")
                .put("conversationId", found.get(0))
                .toString();
        unit.tell(
                message.id(),
                new Found(found.get(0)),
                new Received(
                        MessageKind.NOTICE,
                        EffectExecutor.PARLEY,
                        message.id() + ".found",
                        message.correlationId(),
                        body));
    }

    private void start(Conversation message, Tell tell, KnownProcess process, AwaitedMessage awaited, JsonNode body) {
        Problem problem = refused(message, tell, process, awaited, body);
        if (problem != null) {
            MessageEngine.refuse(unit, message, problem);
            return;
        }
        Map<String, String> key = awaited.key(body);
        String name = process.definition().name();
        instances.hold(name, key);
        List<String> meanwhile = instances.find(name, key, 2);
        found(message, meanwhile.isEmpty() ? List.of(begin(message, name, body, key)) : meanwhile, key);
    }

    private static @Nullable Problem refused(
            Conversation message, Tell tell, KnownProcess process, AwaitedMessage awaited, JsonNode body) {
        boolean may = awaited.steps().stream()
                .filter(step -> step.terms().start())
                .anyMatch(step -> AwaitedMessage.maySend(step.from(), message.owner(), tell.roles()));
        if (!may) {
            return ProcessProblem.SENDER_REFUSED.because(
                    "Whoever begins '" + process.definition().name() + "' by it has to be somebody else.");
        }
        List<Violation> violations = process.violations(body);
        return violations.isEmpty()
                ? null
                : InvalidBody.problem(
                        violations, "what process '" + process.definition().name() + "' takes");
    }

    private String begin(Conversation message, String process, JsonNode body, Map<String, String> key) {
        Envelope request = new Envelope(
                process,
                body.toString(),
                MessageExchangePattern.IN_OUT,
                message.sender(),
                message.owner(),
                message.id() + ".start",
                message.correlationId(),
                null,
                null,
                false,
                null,
                null,
                message.expiresAt(),
                message.hops() + 1);
        var requested = new Event.Requested(request, unit.ids().get());
        return unit.begin(ProcessPattern.NAME, request, new BegunByMessage(requested, key))
                .id();
    }
}
