package dev.parley.process.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.CurrentRequest;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.Status;
import dev.parley.message.Address;
import dev.parley.message.JsonText;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.process.ProcessPolicy;
import dev.parley.process.definition.Choice;
import dev.parley.process.definition.Head;
import dev.parley.process.definition.OnFault;
import dev.parley.process.definition.OnUnknown;
import dev.parley.process.definition.ProcessDefinition;
import dev.parley.process.definition.Step;
import dev.parley.process.event.AnswerMessage;
import dev.parley.process.event.CameLate;
import dev.parley.process.event.UndoChild;
import dev.parley.process.state.Asks;
import dev.parley.process.state.ProcessState;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The policy with a defect planted in it. */
final class Tampering {

    private final ProcessPolicy policy;
    private final ProcessDefect defect;

    Tampering(ProcessPolicy policy, ProcessDefect defect) {
        this.policy = policy;
        this.defect = defect;
    }

    Decision decide(
            Conversation conversation, ProcessState state, ProcessDefinition definition, Event event, Instant now) {
        return switch (defect) {
            case UNDO_BELIEVED -> policy.decide(conversation, state, definition, believed(event), now);
            case OUTCOME_BELIEVED -> policy.decide(conversation, state, definition, outcomeBelieved(event), now);
            case WITHDRAWAL_BELIEVED -> policy.decide(conversation, state, definition, withdrawn(event), now);
            case LATE_IGNORED ->
                event instanceof CameLate
                        ? Decision.nothing(conversation)
                        : policy.decide(conversation, state, definition, event, now);
            case UNDONE_FORWARD ->
                policy.decide(
                        conversation, state, state.undoing() == null ? definition : reversed(definition), event, now);
            case DECISION_FORGOTTEN ->
                policy.decide(conversation, with(state, state.flags(), true), definition, event, now);
            case ANSWER_FORGOTTEN ->
                policy.decide(
                        conversation,
                        with(
                                state,
                                new ProcessState.Flags(
                                        state.flags().paused(),
                                        state.flags().overdue(),
                                        state.flags().pivoted(),
                                        false),
                                false),
                        definition,
                        event,
                        now);
            case REPLACED_BELIEVED ->
                policy.decide(
                        conversation,
                        event instanceof CameLate ? replacingNothing(state) : state,
                        definition,
                        event,
                        now);
            case END_FORGOTTEN ->
                policy.decide(
                        conversation.status().isFinal() ? conversation.become(Status.RUNNING, now) : conversation,
                        state,
                        definition,
                        event,
                        now);
            case PARENT_TOLD_EARLY -> policy.decide(ofSomebody(conversation), state, definition, event, now);
            case UNKNOWN_LEFT ->
                policy.decide(conversation, state, definition(definition, Tampering::leavingUnknown), event, now);
            case IGNORE_FORGOTTEN ->
                policy.decide(conversation, state, definition(definition, Tampering::ignoringNothing), event, now);
            default -> spoiled(policy.decide(conversation, state, definition, event, now), now);
        };
    }

    private Decision spoiled(Decision decision, Instant now) {
        return switch (defect) {
            case DECISION_NOT_JOURNALED ->
                new Decision(
                        decision.conversation(),
                        decision.effects().stream()
                                .filter(e -> !(e instanceof Effect.Note note
                                        && note.message().body().contains("\"undo\"")))
                                .toList());
            case CHILD_NOT_TOLD ->
                new Decision(
                        decision.conversation(),
                        decision.effects().stream()
                                .filter(e -> !(e instanceof UndoChild))
                                .toList());
            case MESSAGE_FORGOTTEN ->
                new Decision(
                        decision.conversation(),
                        decision.effects().stream()
                                .filter(e -> !(e instanceof AnswerMessage answer && answer.refused() != null))
                                .toList());
            case DUE_FORGOTTEN -> dueForgotten(decision, now);
            case UNKNOWN_UNNAMED ->
                new Decision(
                        decision.conversation(),
                        decision.effects().stream().map(Tampering::unnamed).toList());
            default -> decision;
        };
    }

    private static Event believed(Event event) {
        return event instanceof Event.Answered answer && answer.key().startsWith("undo.")
                ? new Event.Answered(answer.key(), answer.conversationId(), MessageKind.REPLY, answer.body())
                : event;
    }

    private static Event outcomeBelieved(Event event) {
        return event instanceof Event.Answered answer && answer.key().startsWith("outcome.")
                ? new Event.Answered(
                        answer.key(),
                        answer.conversationId(),
                        answer.kind(),
                        answer.body().replace("in-doubt", "not-done"))
                : event;
    }

    private static Event withdrawn(Event event) {
        return event instanceof Event.Answered answer && answer.kind() == MessageKind.FAULT
                ? new Event.Answered(
                        answer.key(),
                        answer.conversationId(),
                        answer.kind(),
                        answer.body().replace("provider-timeout", "withdrawn"))
                : event;
    }

    private static Decision dueForgotten(Decision decision, Instant now) {
        if (!(decision.conversation().patternState() instanceof ProcessState state)) {
            return decision;
        }
        Map<String, StepState> steps = new LinkedHashMap<>(state.steps());
        steps.replaceAll(
                (k, s) -> s.status() == StepStatus.WAITING ? s.with(s.work().lookedAt(null)) : s);
        return new Decision(decision.conversation().with(with(state, steps), now), decision.effects());
    }

    private static ProcessState replacingNothing(ProcessState state) {
        Map<String, StepState> steps = new LinkedHashMap<>(state.steps());
        steps.replaceAll((k, s) -> new StepState(
                s.id(),
                s.status(),
                s.version(),
                s.since(),
                s.order(),
                new Asks(s.asks().forward(), s.asks().outcome(), s.asks().undo(), 0, 0),
                s.work(),
                s.kept(),
                s.block()));
        return with(state, steps);
    }

    private static ProcessState with(ProcessState s, Map<String, StepState> steps) {
        return new ProcessState(
                s.version(),
                s.request(),
                s.attributes(),
                steps,
                s.deadline(),
                s.flags(),
                s.undoing(),
                s.messages(),
                s.wanted(),
                s.done(),
                s.size(),
                s.notices());
    }

    private static ProcessState with(ProcessState s, ProcessState.Flags flags, boolean forgetting) {
        return new ProcessState(
                s.version(),
                s.request(),
                s.attributes(),
                s.steps(),
                s.deadline(),
                flags,
                forgetting ? null : s.undoing(),
                s.messages(),
                s.wanted(),
                s.done(),
                s.size(),
                s.notices());
    }

    private static Conversation ofSomebody(Conversation c) {
        CurrentRequest r = c.request();
        return new Conversation(
                c.id(),
                c.version(),
                c.status(),
                c.pattern(),
                c.operation(),
                c.exchange(),
                c.sender(),
                c.owner(),
                new CurrentRequest(
                        r.messageId(),
                        r.correlationId(),
                        Address.queue("reply.ann"),
                        r.faultTo(),
                        r.acknowledge(),
                        r.state(),
                        r.expiresAt(),
                        r.hops(),
                        r.at()),
                c.attempts(),
                c.lastFailure(),
                c.sequence(),
                c.createdAt(),
                c.updatedAt(),
                c.patternState());
    }

    private static Effect unnamed(Effect effect) {
        if (!(effect instanceof Effect.Send send) || send.message().kind() != MessageKind.FAULT) {
            return effect;
        }
        Outgoing m = send.message();
        ObjectNode body = (ObjectNode) JsonText.parseExactly(m.body());
        body.remove("unknown");
        return new Effect.Send(new Outgoing(
                m.to(),
                m.kind(),
                m.type(),
                m.conversationId(),
                m.messageId(),
                m.correlationId(),
                m.state(),
                body.toString()));
    }

    private static Head leavingUnknown(Head h) {
        OnUnknown onUnknown = h.onUnknown() == OnUnknown.ASK ? OnUnknown.COMPENSATE : h.onUnknown();
        return new Head(h.name(), h.at(), h.timeout(), h.retry(), h.onFault(), onUnknown);
    }

    private static Head ignoringNothing(Head h) {
        return new Head(h.name(), h.at(), h.timeout(), h.retry(), OnFault.COMPENSATE, h.onUnknown());
    }

    /** The definition with other heads of the steps in its own list that ask. */
    private static ProcessDefinition definition(ProcessDefinition d, UnaryOperator<Head> other) {
        return with(
                d,
                d.steps().stream()
                        .map(step -> step instanceof Step.Operation o
                                ? new Step.Operation(
                                        other.apply(o.head()), o.operation(), o.input(), o.compensation(), o.pivot())
                                : step)
                        .toList());
    }

    private static ProcessDefinition reversed(ProcessDefinition d) {
        return with(d, reversed(d.steps()));
    }

    private static ProcessDefinition with(ProcessDefinition d, List<Step> steps) {
        return new ProcessDefinition(
                d.name(),
                d.json(),
                d.input(),
                d.deadline(),
                d.compensateWithin(),
                d.compensable(),
                d.attributes(),
                steps,
                d.reply());
    }

    private static List<Step> reversed(List<Step> steps) {
        List<Step> reversed =
                new ArrayList<>(steps.stream().map(Tampering::reversed).toList());
        Collections.reverse(reversed);
        return reversed;
    }

    private static Step reversed(Step step) {
        if (step instanceof Step.Parallel p) {
            List<List<Step>> branches =
                    p.branches().stream().map(Tampering::reversed).toList();
            return new Step.Parallel(p.head(), branches, p.join(), p.serial(), p.withdraws());
        }
        if (step instanceof Step.Choose c) {
            return new Step.Choose(
                    c.head(),
                    c.choices().stream()
                            .map(x -> new Choice(x.when(), reversed(x.steps())))
                            .toList());
        }
        return step instanceof Step.ForEach f
                ? new Step.ForEach(f.head(), f.items(), f.as(), f.parallelism(), reversed(f.steps()))
                : step;
    }
}
