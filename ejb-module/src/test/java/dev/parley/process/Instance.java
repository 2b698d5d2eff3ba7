package dev.parley.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Parent;
import dev.parley.conversation.Status;
import dev.parley.message.Address;
import dev.parley.message.JsonText;
import dev.parley.message.MessageKind;
import dev.parley.process.command.Command;
import dev.parley.process.command.Commanded;
import dev.parley.process.definition.DefinitionLimits;
import dev.parley.process.definition.KnownOffers;
import dev.parley.process.definition.ProcessDefinition;
import dev.parley.process.definition.ProcessReader;
import dev.parley.process.event.Bar;
import dev.parley.process.event.UndoChild;
import dev.parley.process.rule.ProcessSettings;
import dev.parley.process.state.ProcessCodec;
import dev.parley.process.state.ProcessState;
import dev.parley.process.state.StepState;
import dev.parley.value.Mappings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One instance of a process, to which a test has things happen. */
final class Instance {

    static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");

    final List<Effect> effects = new ArrayList<>();
    final ProcessDefinition definition;
    private final ProcessPolicy policy;
    private final ProcessCodec codec = new ProcessCodec();
    Conversation conversation;
    Instant now = BEGIN;

    private Instance(ProcessDefinition definition, ProcessPolicy policy, Envelope request, Set<String> wanted) {
        this.definition = definition;
        this.policy = policy;
        Decision decision = policy.begin(new Event.Requested(request, "c-1"), "process", definition, 1, wanted, now);
        conversation = decision.conversation();
        effects.addAll(decision.effects());
    }

    static Envelope envelope(String operation, String request) {
        return envelope(operation, request, Address.queue("reply.ann"));
    }

    private static Envelope envelope(String operation, String request, Address replyTo) {
        return new Envelope(
                        operation,
                        request,
                        MessageExchangePattern.IN_OUT,
                        "user:ann",
                        "ann",
                        "m-1",
                        "k-1",
                        replyTo,
                        null,
                        false,
                        null,
                        null,
                        BEGIN.plus(Duration.ofHours(1)),
                        0)
                .deadlineGiven(true);
    }

    static Instance of(KnownOffers offers, String steps) {
        return of(offers, ProcessSettings.DEFAULT, "{\"steps\": " + steps + "}", "{}");
    }

    static Instance of(KnownOffers offers, ProcessSettings settings, String json, String request) {
        return of(offers, settings, json, envelope("order", request));
    }

    /** One that another process asks for. */
    static Instance nested(KnownOffers offers, String json, String request) {
        Address parent = new Parent("process", "p-1").address();
        return of(offers, ProcessSettings.DEFAULT, json, envelope("order", request, parent));
    }

    /** One whose values code makes. */
    static Instance coded(KnownOffers offers, Mappings code, String json, String request) {
        ProcessDefinition definition = ProcessReader.ofCode(DefinitionLimits.DEFAULT, offers)
                .read("order", json)
                .definition();
        ProcessPolicy policy = new ProcessPolicy(offers, ProcessSettings.DEFAULT, code);
        return new Instance(definition, policy, envelope("order", request), Set.of());
    }

    private static Instance of(KnownOffers offers, ProcessSettings settings, String json, Envelope request) {
        ProcessDefinition definition = new ProcessReader(DefinitionLimits.DEFAULT, offers)
                .read("order", json)
                .definition();
        return new Instance(definition, new ProcessPolicy(offers, settings), request, Set.of("stuck", "overdue"));
    }

    Instance happens(Event event) {
        ProcessState stored = codec.decode(codec.encode(state()));
        Decision decision =
                policy.decide(conversation.with(stored, conversation.updatedAt()), stored, definition, event, now);
        conversation = decision.conversation();
        effects.addAll(decision.effects());
        return this;
    }

    Instance replies(String key) {
        return replies(key, "{\"of\": \"" + key + "\"}");
    }

    Instance replies(String key, String body) {
        return happens(new Event.Answered(key, "child", MessageKind.REPLY, body));
    }

    Instance faults(String key, String fault) {
        return happens(new Event.Answered(key, "child", MessageKind.FAULT, problem(fault)));
    }

    Instance refuses(String key, String fault) {
        return happens(new Event.Answered(key, null, MessageKind.FAULT, problem(fault)));
    }

    static String problem(String fault) {
        return "{\"type\": \"urn:parley:fault:" + fault + "\", \"title\": \"No\"}";
    }

    Instance after(String duration) {
        now = now.plus(Duration.parse(duration));
        return happens(new Event.Due());
    }

    Instance cancel() {
        return happens(new Event.Cancelled("user:ann"));
    }

    Instance command(Command command) {
        return happens(new Commanded(command, "user:olga", "because"));
    }

    ProcessState state() {
        return (ProcessState) conversation.patternState();
    }

    StepState step(String id) {
        return state().step(id);
    }

    String etag(String id) {
        return step(id).etag();
    }

    String status(String id) {
        return step(id) == null ? "-" : step(id).status().name();
    }

    Status status() {
        return conversation.status();
    }

    /** What was asked, barred and so on, in order, and forgotten thereby. */
    List<String> done() {
        List<String> done =
                effects.stream().map(Instance::text).filter(t -> !t.isEmpty()).toList();
        effects.clear();
        return done;
    }

    private static String text(Effect effect) {
        if (effect instanceof Effect.Ask ask) {
            return ask.key();
        }
        if (effect instanceof Bar bar) {
            return "bar " + bar.key();
        }
        if (effect instanceof UndoChild undo) {
            return "child " + undo.key();
        }
        if (effect instanceof Effect.Send send) {
            return send.message().kind().label() + nameOf(send.message().body());
        }
        return "";
    }

    private static String nameOf(String body) {
        JsonNode json = JsonText.parseExactly(body);
        String type = json.path("type").asText();
        return type.isEmpty()
                ? json.has("note") ? " " + json.get("note").asText() : ""
                : type.replace("urn:parley:fault:", " ");
    }

    Effect.Ask ask(String key) {
        return effects.stream()
                .filter(e -> e instanceof Effect.Ask ask && ask.key().equals(key))
                .map(Effect.Ask.class::cast)
                .findFirst()
                .orElseThrow();
    }

    JsonNode answer() {
        return effects.stream()
                .filter(e -> e instanceof Effect.Send)
                .map(e -> ((Effect.Send) e).message())
                .filter(m -> m.kind() != MessageKind.NOTICE)
                .map(m -> JsonText.parseExactly(m.body()))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    List<String> notes() {
        return effects.stream()
                .filter(e -> e instanceof Effect.Note)
                .map(e -> JsonText.parseExactly(((Effect.Note) e).message().body())
                        .path("note")
                        .asText())
                .toList();
    }
}
