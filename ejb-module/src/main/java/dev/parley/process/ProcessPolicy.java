package dev.parley.process;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.Parent;
import dev.parley.conversation.Status;
import dev.parley.conversation.request.Acknowledgment;
import dev.parley.conversation.request.Outcomes;
import dev.parley.conversation.request.Problems;
import dev.parley.conversation.request.Repetition;
import dev.parley.message.MessageKind;
import dev.parley.message.Refusal;
import dev.parley.process.command.BegunAgain;
import dev.parley.process.command.Cancelling;
import dev.parley.process.command.Command;
import dev.parley.process.command.Commanded;
import dev.parley.process.command.Commands;
import dev.parley.process.command.Ordered;
import dev.parley.process.definition.Offers;
import dev.parley.process.definition.ProcessDefinition;
import dev.parley.process.event.AnswerMessage;
import dev.parley.process.event.BegunByMessage;
import dev.parley.process.event.CameLate;
import dev.parley.process.event.NotBarred;
import dev.parley.process.event.Recalled;
import dev.parley.process.event.Told;
import dev.parley.process.event.UndoAsked;
import dev.parley.process.rule.Answers;
import dev.parley.process.rule.AwaitRule;
import dev.parley.process.rule.Draft;
import dev.parley.process.rule.DueRule;
import dev.parley.process.rule.LateRule;
import dev.parley.process.rule.Notices;
import dev.parley.process.rule.ProcessSettings;
import dev.parley.process.rule.Progress;
import dev.parley.process.rule.UndoRule;
import dev.parley.process.state.ProcessState;
import dev.parley.process.state.Undoing;
import dev.parley.value.Mappings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The rule of processes: a step that is done lets those after it begin, and one that cannot be done has those before it
 * undone.
 *
 * @see <a href="https://www.enterpriseintegrationpatterns.com/patterns/conversation/">Cooper, Process Manager; Hohpe,
 *     Compensating Action, Ignore Error</a>
 */
public final class ProcessPolicy {

    private final Offers offers;
    private final ProcessSettings settings;
    private final Mappings mappings;

    /** The rule of processes that have no code. */
    public ProcessPolicy(Offers offers, ProcessSettings settings) {
        this(offers, settings, Mappings.NONE);
    }

    /**
     * @param offers the operations that there are now
     * @param mappings the code that there is now
     */
    public ProcessPolicy(Offers offers, ProcessSettings settings, Mappings mappings) {
        this.offers = offers;
        this.settings = settings;
        this.mappings = mappings;
    }

    /**
     * A request that begins an instance.
     *
     * @param pattern the name of the pattern
     * @param version the version of the definition, which the instance keeps
     * @param wanted what its requester wants to be told before the end
     */
    public Decision begin(
            Event.Requested event,
            String pattern,
            ProcessDefinition definition,
            int version,
            Set<String> wanted,
            Instant now) {
        Conversation accepted = Beginning.accepted(event, pattern, definition, now);
        return begin(
                accepted, Beginning.state(event.request(), accepted, definition, version, wanted), definition, now);
    }

    /**
     * A message that begins an instance: it is its request, and waits for the step that takes it.
     *
     * @param version the version of the definition, which the instance keeps
     */
    public Decision begin(
            BegunByMessage event, String pattern, ProcessDefinition definition, int version, Instant now) {
        Event.Requested requested = event.requested();
        Conversation accepted = Beginning.accepted(requested, pattern, definition, now);
        ProcessState state = Beginning.state(requested.request(), accepted, definition, version, Set.of());
        return begin(accepted, state.foundBy(event.key()), definition, now);
    }

    /**
     * A request that begins an instance in the middle, with what another has done before.
     *
     * @throws dev.parley.message.Refusal if what comes before that step was undone, or not done
     */
    public Decision begin(BegunAgain event, String pattern, ProcessDefinition definition, Instant now) {
        Event.Requested requested = event.requested();
        Conversation accepted = Beginning.accepted(requested, pattern, definition, now);
        ProcessState state = Beginning.state(
                requested.request(), accepted, definition, event.other().version(), Set.of());
        return begin(accepted, Beginning.takingOver(state, event, definition), definition, now);
    }

    private Decision begin(Conversation accepted, ProcessState state, ProcessDefinition definition, Instant now) {
        if (!now.isBefore(accepted.expiresAt())) {
            return Outcomes.fail(accepted.with(state, now), Status.EXPIRED, Problems.expired(accepted), now);
        }
        List<Effect> effects = new ArrayList<>();
        if (accepted.acknowledge()) {
            effects.add(new Effect.Send(
                    Outcomes.answer(accepted, accepted.replyTo(), MessageKind.ACK, Acknowledgment.of(accepted))));
        }
        Draft draft = new Draft(accepted, state, definition, offers, settings, mappings, now);
        Progress.go(draft);
        Notices.stuck(draft);
        Decision decision = decision(draft);
        effects.addAll(decision.effects());
        return new Decision(decision.conversation(), effects);
    }

    /**
     * Decides on what happens to an instance.
     *
     * @param definition that of the version which the state names
     * @throws dev.parley.message.Refusal if it is a command that is not possible now; nothing has been changed then
     */
    public Decision decide(
            Conversation conversation, ProcessState state, ProcessDefinition definition, Event event, Instant now) {
        if (event instanceof Event.Repeated repeated) {
            return Repetition.decide(conversation, repeated);
        }
        if (event instanceof Event.ProviderAnswered) {
            return new Decision(conversation, List.of(new Effect.Park(Problems.answerUnasked())));
        }
        if (event instanceof Ordered ordered) {
            return ordered(conversation, state, definition, ordered, now);
        }
        Draft draft = new Draft(conversation, state, definition, offers, settings, mappings, now);
        apply(event, draft);
        if (goesOn(draft)) {
            Progress.go(draft);
            Notices.stuck(draft);
        }
        return decision(draft);
    }

    /** Who has ordered it is answered, whatever comes of it. */
    private Decision ordered(
            Conversation conversation, ProcessState state, ProcessDefinition definition, Ordered ordered, Instant now) {
        String waiting = ordered.conversationId();
        try {
            Decision decision = decide(conversation, state, definition, ordered.commanded(), now);
            String about = ordered.commanded().command() instanceof Command.Rerun rerun ? rerun.as() : null;
            List<Effect> effects = new ArrayList<>(decision.effects());
            effects.add(new AnswerMessage(waiting, null, about));
            return new Decision(decision.conversation(), effects);
        } catch (Refusal refused) {
            return new Decision(conversation, List.of(new AnswerMessage(waiting, refused.problem())));
        }
    }

    /** What has ended goes on only if it is to be undone after all. */
    private static boolean goesOn(Draft draft) {
        boolean decided = draft.undoing() != null && draft.before().undoing() == null;
        return decided || !draft.conversation().status().isFinal();
    }

    private static void apply(Event event, Draft draft) {
        if (event instanceof CameLate late) {
            LateRule.came(late, draft);
        } else if (event instanceof UndoAsked asked) {
            Cancelling.undo(asked, draft);
        } else if (event instanceof Told told) {
            AwaitRule.told(told, draft);
        } else if (event instanceof Recalled recalled) {
            AwaitRule.recalled(recalled, draft);
        } else if (event instanceof Event.Cancelled cancelled) {
            Cancelling.cancel(cancelled, draft);
        } else if (event instanceof Commanded commanded) {
            Commands.command(commanded, draft);
        } else if (!draft.conversation().status().isFinal()) {
            applyToRunning(event, draft);
        }
    }

    private static void applyToRunning(Event event, Draft draft) {
        if (event instanceof Event.Answered answered) {
            Answers.answered(answered, draft);
        } else if (event instanceof NotBarred busy) {
            UndoRule.notBarred(busy, draft);
        } else if (!(event instanceof Event.Due)) {
            throw new IllegalArgumentException("Not for a process: " + event);
        }
        if (!draft.flags().paused()) {
            DueRule.due(draft);
        }
    }

    private static Decision decision(Draft draft) {
        ProcessState state = draft.state();
        Conversation conversation = draft.conversation();
        if (!goesOn(draft)) {
            return new Decision(conversation.with(state, conversation.updatedAt()), draft.effects());
        }
        Status status = draft.ended() != null ? draft.ended() : status(state);
        if (conversation.status() == status
                && state.equals(draft.before())
                && draft.effects().isEmpty()) {
            return Decision.nothing(conversation);
        }
        Instant until = status.isFinal() ? state.deadline() : until(state);
        Conversation next = conversation.waitingUntil(until, state, draft.now());
        List<Effect> effects = new ArrayList<>(draft.effects());
        if (isNotWanted(draft) && status != conversation.status()) {
            effects.add(new Effect.TellUndone(status));
        }
        return new Decision(next.become(status, draft.now()), effects);
    }

    /** Whether another conversation has asked for it, and has undone what it has had done by it. */
    private static boolean isNotWanted(Draft draft) {
        Undoing undoing = draft.undoing();
        return undoing != null
                && undoing.cause() == Undoing.Cause.REGRET
                && undoing.tell() == null
                && Parent.at(draft.conversation().replyTo()) != null;
    }

    private static Status status(ProcessState state) {
        if (state.isStuck()) {
            return Status.STUCK;
        }
        return state.undoing() != null ? Status.COMPENSATING : Status.RUNNING;
    }

    /** The deadline binds what is done, not what is undone; nor what has to be done since there is no way back. */
    private static Instant until(ProcessState state) {
        boolean unbound = state.undoing() != null
                || state.flags().pivoted()
                || state.flags().overdue();
        return unbound ? Conversation.NEVER : state.deadline();
    }
}
