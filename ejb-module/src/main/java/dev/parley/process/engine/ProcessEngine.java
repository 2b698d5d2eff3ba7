package dev.parley.process.engine;

import dev.parley.conversation.Carried;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.engine.gateway.DeadLettering;
import dev.parley.engine.run.EffectExecutor;
import dev.parley.engine.run.PatternEngine;
import dev.parley.engine.run.PendingRequest;
import dev.parley.engine.run.UnitOfWork;
import dev.parley.message.MessageKind;
import dev.parley.process.ProcessLimits;
import dev.parley.process.ProcessPattern;
import dev.parley.process.command.BegunAgain;
import dev.parley.process.event.AnswerMessage;
import dev.parley.process.event.Bar;
import dev.parley.process.event.BeginAgain;
import dev.parley.process.event.CameLate;
import dev.parley.process.event.UndoChild;
import dev.parley.process.rule.AskKey;
import dev.parley.process.rule.AskedMessage;
import dev.parley.process.rule.ProcessProblem;
import dev.parley.process.state.Phase;
import dev.parley.process.state.ProcessState;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The engine's part for processes: requests that begin them, and what they say to those whom they ask. */
@Dependent
public class ProcessEngine implements PatternEngine {

    private final ProcessLimits limits;

    /** The engine's part, with how much is done at once. */
    @Inject
    public ProcessEngine(ProcessLimits limits) {
        this.limits = limits;
    }

    @Override
    public int chain() {
        return limits.instances().chain();
    }

    @Override
    public String pattern() {
        return ProcessPattern.NAME;
    }

    @Override
    public boolean takes(PendingRequest request) {
        return request.request().operation() instanceof ProcessResolution;
    }

    @Override
    public @Nullable Carried carried(Conversation conversation, Effect.Ask ask) {
        return conversation.patternState() instanceof ProcessState state
                ? AskedMessage.of(conversation, state, ask)
                : null;
    }

    @Override
    public Event.OfPattern late(String key, Effect.TellLate answer) {
        return new CameLate(key, answer.kind(), answer.body());
    }

    /** What was undone after the end, and was not. */
    @Override
    public void answeredAfterwards(Conversation ended, Event.Answered answer, DeadLettering parking) {
        AskKey key = AskKey.of(answer.key());
        if (key != null && key.phase() == Phase.UNDO && answer.kind() == MessageKind.FAULT) {
            parking.park(ProcessProblem.REPAIR_FAILED.because("Step " + key.step() + " of " + ended.operation() + " "
                    + ended.id() + " was done after the end, and could not be undone: " + answer.body()));
        }
    }

    @Override
    public void enact(UnitOfWork unit, Conversation conversation, Effect.OfPattern effect) {
        if (effect instanceof AnswerMessage answer) {
            MessageEngine.answer(unit, conversation, answer);
        } else if (effect instanceof BeginAgain again) {
            begin(unit, conversation, again);
        } else if (effect instanceof Bar bar) {
            Asked.bar(unit, conversation, bar);
        } else if (effect instanceof UndoChild undo) {
            Asked.undo(unit, conversation, undo);
        } else {
            throw EffectExecutor.unknown(conversation, effect);
        }
    }

    /** Whoever asked for the first one sees the other, and nobody is sent a second answer. */
    private static void begin(UnitOfWork unit, Conversation ended, BeginAgain again) {
        if (!(ended.patternState() instanceof ProcessState state)) {
            throw EffectExecutor.unknown(ended, again);
        }
        Envelope request = new Envelope(
                ended.operation(),
                state.request().toString(),
                MessageExchangePattern.IN_OUT,
                again.by(),
                ended.owner(),
                ended.id() + ".rerun",
                ended.correlationId(),
                null,
                null,
                false,
                null,
                null,
                ended.expiresAt(),
                0);
        unit.begin(
                ProcessPattern.NAME,
                request,
                new BegunAgain(new Event.Requested(request, again.as()), state, ended.id(), again.from()));
    }
}
