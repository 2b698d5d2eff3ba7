package dev.parley.process.simulation;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.Status;
import dev.parley.message.MessageKind;
import dev.parley.process.ProcessPolicy;
import dev.parley.process.definition.Choice;
import dev.parley.process.definition.ProcessDefinition;
import dev.parley.process.definition.Step;
import dev.parley.process.event.CameLate;
import dev.parley.process.state.ProcessState;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
            case END_FORGOTTEN ->
                policy.decide(
                        conversation.status().isFinal() ? conversation.become(Status.RUNNING, now) : conversation,
                        state,
                        definition,
                        event,
                        now);
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
            case DUE_FORGOTTEN -> dueForgotten(decision, now);
            default -> decision;
        };
    }

    private static Event believed(Event event) {
        return event instanceof Event.Answered answer && answer.key().startsWith("undo.")
                ? new Event.Answered(answer.key(), answer.conversationId(), MessageKind.REPLY, answer.body())
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

    private static ProcessDefinition reversed(ProcessDefinition d) {
        return new ProcessDefinition(
                d.name(),
                d.json(),
                d.input(),
                d.deadline(),
                d.compensateWithin(),
                d.compensable(),
                d.attributes(),
                reversed(d.steps()),
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
