package dev.parley.gathering.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Event;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.Parent;
import dev.parley.conversation.Patterns;
import dev.parley.conversation.Provider;
import dev.parley.conversation.Provision;
import dev.parley.conversation.Received;
import dev.parley.conversation.StateJson;
import dev.parley.conversation.gathering.GatheredAnswer;
import dev.parley.conversation.gathering.GatheringKey;
import dev.parley.conversation.gathering.Release;
import dev.parley.conversation.gathering.Undoing;
import dev.parley.directory.OperationResolution;
import dev.parley.engine.run.UnitOfWork;
import dev.parley.gathering.GatherCheck;
import dev.parley.message.Address;
import dev.parley.message.Direction;
import dev.parley.message.MessageKind;
import dev.parley.message.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The release of those whose answer is not taken, in the transaction that decides on it. */
final class Releasing {

    private static final String WHY = "The gathering that has asked for it does not want it any more.";

    private final UnitOfWork unit;
    private final Conversation gathering;
    private final GatherCheck.Question question;

    Releasing(UnitOfWork unit, Conversation gathering) {
        this.unit = unit;
        this.gathering = gathering;
        // It may have begun just now, and not be stored yet
        String order = unit.store()
                .request(gathering.id(), Direction.IN, gathering.messageId())
                .map(JournalEntry::body)
                .orElse("");
        this.question = GatherCheck.question(order);
    }

    void release(Release release) {
        if (question.operation() == null) {
            withdraw(release.unanswered());
        } else {
            release.unanswered().forEach(this::takeBack);
        }
        if (!release.undone().isEmpty()) {
            undo(release.undone());
        }
    }

    private void takeBack(String provider) {
        Address.parse(provider).ifPresent(address -> unit.gateway().takeBack(address, gathering.id()));
    }

    /** Whoever has one in hand is not waited for, as that one may wait for this: what is done then is answered. */
    private void withdraw(List<String> operations) {
        List<String> keys = operations.stream().map(GatheringKey::from).toList();
        if (!keys.isEmpty()) {
            unit.store().findFree(unit.asked(gathering.id(), keys)).values().forEach(this::withdraw);
        }
    }

    private void withdraw(Conversation child) {
        Event event = child.pattern().equals(Patterns.EXCHANGE)
                ? new Event.Withdrawn()
                : new Event.Cancelled(from(), WHY, false);
        tells(child, event, "withdrawn");
    }

    /** False if it takes no notice of that. */
    private boolean tells(Conversation child, Event event, String what) {
        boolean takes = takes(child, event);
        if (takes) {
            unit.tell(
                    child.id(),
                    event,
                    notice(child.id() + "." + what, StateJson.object().put(what, true)));
        }
        return takes;
    }

    /** There may be no way back by now. */
    private boolean takes(Conversation child, Event event) {
        try {
            Decision decision = unit.patterns().decide(child, event, unit.now());
            return !decision.equals(Decision.nothing(child));
        } catch (Refusal refused) {
            return false;
        }
    }

    /** What has no compensation has nothing to undo. */
    private void undo(List<GatheredAnswer> replies) {
        List<Undoing.Undo> undos = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        ObjectNode said = StateJson.object();
        for (GatheredAnswer reply : replies) {
            Undoing.Undo undo = undo(reply);
            if (undo != null) {
                undos.add(undo);
            }
            boolean isUndone = undo != null || isUndoneByItself(reply);
            if (!isUndone) {
                kept.add(reply.from());
            }
            said.withArray(isUndone ? "undone" : "kept").add(reply.from());
        }
        String id = gathering.id() + ".released." + replies.get(0).from();
        unit.tell(gathering.id(), new Undoing(undos, kept), notice(id, said));
    }

    /**
     * An exchange has undone what was done in it, until that is done or a person sees to it. A process that has ended
     * undoes itself, as it does for whoever has asked for it.
     */
    private boolean isUndoneByItself(GatheredAnswer reply) {
        String asked = question.operation() == null ? child(reply.from()) : null;
        Conversation done =
                asked == null ? null : unit.store().look(List.of(asked)).get(asked);
        if (done == null) {
            return false;
        }
        return done.pattern().equals(Patterns.EXCHANGE)
                ? tells(done, new Event.Unwanted(from()), "unwanted")
                : tells(done, new Event.Cancelled(from(), WHY, false), "withdrawn");
    }

    /** Only what was sent by a message is undone by one. */
    private Undoing.@Nullable Undo undo(GatheredAnswer reply) {
        String provided = question.operation();
        OperationResolution operation =
                provided == null ? null : unit.directory().find(provided).orElse(null);
        String compensation = operation == null ? null : operation.compensation();
        return operation == null || compensation == null
                ? null
                : new Undoing.Undo(reply.from(), compensation, full(reply), provider(operation, reply));
    }

    /**
     * Whoever has answered, as long as it provides: a mailbox is not another one of its name. One that provides no more
     * is asked at its queue, and not in what may be somebody else's mailbox by now.
     */
    private static Address provider(OperationResolution operation, GatheredAnswer reply) {
        Address asked = Address.parse(reply.from()).orElseThrow();
        Provision provision = operation.provision();
        return provision == null
                ? asked.ofNobody()
                : provision.providers().stream()
                        .map(Provider::address)
                        .filter(asked::equals)
                        .findFirst()
                        .orElseGet(asked::ofNobody);
    }

    private @Nullable String child(String operation) {
        return unit.asked(gathering.id(), List.of(GatheringKey.from(operation))).stream()
                .findFirst()
                .orElse(null);
    }

    private String full(GatheredAnswer reply) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putRawValue("request", new RawValue(question.request()));
        body.set("reply", reply.body());
        return body.put("outcome", "done").toString();
    }

    private Received notice(String messageId, ObjectNode body) {
        return new Received(MessageKind.NOTICE, from(), messageId, gathering.correlationId(), body.toString());
    }

    private String from() {
        return Parent.of(gathering).address().toString();
    }
}
