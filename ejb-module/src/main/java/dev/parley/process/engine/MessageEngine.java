package dev.parley.process.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Parent;
import dev.parley.conversation.Received;
import dev.parley.engine.run.EffectExecutor;
import dev.parley.engine.run.PatternEngine;
import dev.parley.engine.run.PendingRequest;
import dev.parley.engine.run.UnitOfWork;
import dev.parley.message.MessageKind;
import dev.parley.message.Problem;
import dev.parley.message.Quote;
import dev.parley.process.ProcessLimits;
import dev.parley.process.ProcessPattern;
import dev.parley.process.Versions;
import dev.parley.process.event.AnswerMessage;
import dev.parley.process.event.Recalled;
import dev.parley.process.event.Told;
import dev.parley.process.message.Busy;
import dev.parley.process.message.Freed;
import dev.parley.process.message.MessageOutcome;
import dev.parley.process.message.MessagePattern;
import dev.parley.process.message.MessageState;
import dev.parley.process.message.Recall;
import dev.parley.process.message.Taken;
import dev.parley.process.message.Tell;
import dev.parley.process.message.TellSender;
import dev.parley.process.message.Untold;
import dev.parley.process.rule.ProcessProblem;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The engine's part for messages to processes: both conversations change in one transaction. */
@Dependent
public class MessageEngine implements PatternEngine {

    private static final String NOTHING = "{}";

    private final Versions versions;
    private final KeyedInstances instances;
    private final ProcessLimits limits;

    /** The engine's part, which finds instances by their attributes. */
    @Inject
    public MessageEngine(Versions versions, KeyedInstances instances, ProcessLimits limits) {
        this.versions = versions;
        this.instances = instances;
        this.limits = limits;
    }

    @Override
    public String pattern() {
        return MessagePattern.NAME;
    }

    @Override
    public boolean takes(PendingRequest request) {
        var operation = request.request().operation();
        return operation instanceof MessageResolution || operation instanceof CommandResolution;
    }

    /** An instance that takes a message has locked itself, and then locks the message. */
    @Override
    public List<String> lockedBefore(Conversation message) {
        String instance = MessagePattern.instance(message);
        return instance == null ? List.of() : List.of(instance);
    }

    @Override
    public void enact(UnitOfWork unit, Conversation conversation, Effect.OfPattern effect) {
        if (effect instanceof Tell tell) {
            tell(unit, conversation, tell);
        } else if (effect instanceof Recall recall) {
            recall(unit, conversation, recall);
        } else if (effect instanceof TellSender telling) {
            tellSender(unit, conversation, telling.outcome());
        } else {
            throw EffectExecutor.unknown(conversation, effect);
        }
    }

    private void tell(UnitOfWork unit, Conversation message, Tell tell) {
        String instance = tell.instance();
        if (message.operation().equals(CommandResolution.NAME)) {
            new CommandDelivery(unit, limits).deliver(message, tell);
            return;
        }
        if (instance == null) {
            new InstanceSearch(unit, versions, instances).search(message, tell);
            return;
        }
        Problem problem = problem(unit, message, instance);
        if (problem != null) {
            refuse(unit, message, problem);
            return;
        }
        if (!mayWaitFor(unit, message, instance)) {
            unit.tell(message.id(), new Busy(), notice(message, ".busy." + looked(message), "{\"busy\":true}"));
            return;
        }
        String body = body(unit, message, tell);
        unit.tell(
                instance,
                new Told(
                        MessageResolution.message(message.operation()),
                        message.id(),
                        message.owner(),
                        tell.roles(),
                        body),
                new Received(
                        MessageKind.REQUEST, message.sender(), message.id() + ".told", message.correlationId(), body));
    }

    /**
     * False if somebody else has the instance in hand, and a conversation has sent the message: that one is locked, and
     * whoever has the instance may wait for it, if the two send each other messages.
     */
    private static boolean mayWaitFor(UnitOfWork unit, Conversation message, String instance) {
        Parent sender = Parent.at(message.replyTo());
        return sender == null || sender.id().equals(instance) || isFree(unit, instance);
    }

    /** One that has ended is in nobody's hands for long. */
    private static boolean isFree(UnitOfWork unit, String id) {
        if (unit.store().findFree(List.of(id)).containsKey(id)) {
            return true;
        }
        Conversation there = unit.store().look(List.of(id)).get(id);
        return there == null || there.status().isFinal();
    }

    private static int looked(Conversation message) {
        return message.patternState() instanceof MessageState state ? state.looked() : 0;
    }

    private static Received notice(Conversation message, String id, String body) {
        return new Received(
                MessageKind.NOTICE, EffectExecutor.PARLEY, message.id() + id, message.correlationId(), body);
    }

    private static void tellSender(UnitOfWork unit, Conversation message, MessageOutcome outcome) {
        Parent sender = Parent.at(message.replyTo());
        if (sender == null || isFree(unit, sender.id())) {
            unit.tell(message.id(), new Freed(outcome), notice(message, ".freed", "{\"busy\":false}"));
        }
    }

    static String body(UnitOfWork unit, Conversation message, Tell tell) {
        String said = tell.body();
        return said != null
                ? said
                : unit.store().requestBodies(List.of(message.id())).getOrDefault(message.id(), NOTHING);
    }

    static void refuse(UnitOfWork unit, Conversation message, Problem problem) {
        unit.tell(message.id(), new Taken(problem), said(message, problem));
    }

    /** What a message wanted is done. */
    static void taken(UnitOfWork unit, Conversation message) {
        unit.tell(message.id(), new Taken(null), said(message, null));
    }

    private static @Nullable Problem problem(UnitOfWork unit, Conversation message, String instance) {
        String process = String.valueOf(MessageResolution.process(message.operation()));
        Conversation there = unit.store().look(List.of(instance)).get(instance);
        boolean isOne = there != null
                && there.pattern().equals(ProcessPattern.NAME)
                && there.operation().equals(process);
        return isOne
                ? null
                : ProcessProblem.INSTANCE_UNKNOWN.because(
                        "Process '" + process + "' has no instance '" + Quote.of(instance) + "'.");
    }

    private static Received said(Conversation message, @Nullable Problem problem) {
        return answer(EffectExecutor.PARLEY, message.id(), message.correlationId(), problem);
    }

    private static Received answer(String from, String messageId, String correlationId, @Nullable Problem problem) {
        return problem == null
                ? new Received(MessageKind.REPLY, from, messageId + ".taken", correlationId, NOTHING)
                : new Received(MessageKind.FAULT, from, messageId + ".refused", correlationId, problem.toJson());
    }

    private static void recall(UnitOfWork unit, Conversation message, Recall recall) {
        unit.tell(
                recall.instance(),
                new Recalled(message.id()),
                new Received(
                        MessageKind.NOTICE,
                        message.sender(),
                        message.id() + ".recalled",
                        message.correlationId(),
                        "{\"recalled\":true}"));
    }

    /**
     * What an instance says of a message. If a conversation has sent it that somebody else has in hand, that one hears
     * of it a moment later.
     */
    static void answer(UnitOfWork unit, Conversation instance, AnswerMessage answer) {
        Problem refused = answer.refused();
        Received said = answer(
                Parent.of(instance).address().toString(), answer.conversationId(), instance.correlationId(), refused);
        Conversation message =
                unit.store().look(List.of(answer.conversationId())).get(answer.conversationId());
        Parent sender = message == null ? null : Parent.at(message.replyTo());
        boolean now = sender == null || sender.id().equals(instance.id()) || isFree(unit, sender.id());
        unit.tell(
                answer.conversationId(),
                now
                        ? new Taken(refused, answer.about())
                        : new Untold(new MessageOutcome(refused == null ? null : refused.toJson(), answer.about())),
                said);
    }
}
