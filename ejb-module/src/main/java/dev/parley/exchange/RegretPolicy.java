package dev.parley.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Action;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationProblem;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Parent;
import dev.parley.conversation.Received;
import dev.parley.conversation.Retry;
import dev.parley.conversation.Status;
import dev.parley.conversation.request.ExchangeProblem;
import dev.parley.message.CommonProblem;
import dev.parley.message.JsonText;
import dev.parley.message.MessageKind;
import dev.parley.message.Problem;
import dev.parley.message.ProblemKind;
import dev.parley.message.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rule of undoing what has succeeded: the operation that undoes it is asked until it is done, or a person has to
 * see to it. Its requester has been answered, and is not answered again.
 *
 * @see <a href="https://www.enterpriseintegrationpatterns.com/patterns/conversation/CompensatingAction.html">Hohpe,
 *     Compensating Action</a>
 */
public final class RegretPolicy {

    private static final String NOTHING_TO_UNDO = "nothing-to-undo";
    private static final double JITTER = 0.2;

    /** After these it is asked again; after anything else that it says a person has to see to it. */
    private static final Set<String> FAILED = Stream.<ProblemKind>of(
                    CommonProblem.EXPIRED,
                    ExchangeProblem.OPERATION_FAILED,
                    ExchangeProblem.PROVIDER_TIMEOUT,
                    ExchangeProblem.PROVIDER_GONE,
                    ExchangeProblem.PROVIDER_ANSWER_UNUSABLE,
                    ExchangeProblem.CANCELLED,
                    ExchangeProblem.WITHDRAWN)
            .map(ProblemKind::label)
            .collect(Collectors.toUnmodifiableSet());

    private final Compensations compensations;
    private final UndoTerms terms;

    /** The rule, with what undoes operations. */
    public RegretPolicy(Compensations compensations, UndoTerms terms) {
        this.compensations = compensations;
        this.terms = terms;
    }

    /** What a caller may have done with an exchange as it stands. */
    public List<Action> actions(Conversation state, boolean operator, Instant now) {
        Action giveUp = new Action(Action.CANCEL.name(), null, null, true, true, null);
        return switch (state.status()) {
            case ACCEPTED, RUNNING -> List.of(Action.CANCEL);
            case COMPENSATING -> operator ? List.of(giveUp) : List.of();
            case STUCK -> operator ? List.of(Action.CANCEL, giveUp) : List.of(Action.CANCEL);
            case SUCCEEDED -> compensation(state) == null || isTooLate(state, now) ? List.of() : List.of(undo(state));
            case FAULTED, COMPENSATED, EXPIRED, CANCELLED -> List.of();
        };
    }

    private Action undo(Conversation state) {
        return new Action(Action.CANCEL.name(), null, null, false, false, end(state));
    }

    private Instant end(Conversation state) {
        Duration within = compensations.within(state.operation());
        return state.updatedAt().plus(within == null ? terms.compensable() : within);
    }

    private boolean isTooLate(Conversation state, Instant now) {
        return now.isAfter(end(state));
    }

    /**
     * What another conversation asked for is that one's to undo; of what has no reply nobody knows that it was done.
     */
    private @Nullable String compensation(Conversation state) {
        boolean isDone = state.exchange() == MessageExchangePattern.IN_OUT && Parent.at(state.replyTo()) == null;
        return isDone ? compensations.of(state.operation()) : null;
    }

    /**
     * Its requester, or an operator, wants undone what has succeeded. Where nothing undoes it, nothing happens.
     *
     * @throws Refusal {@code not-compensable} if it ended too long ago
     */
    Decision begin(Conversation succeeded, @Nullable ProviderCall call, Event.Cancelled wish, Instant now) {
        String compensation = compensation(succeeded);
        if (compensation == null) {
            return Decision.nothing(succeeded);
        }
        if (isTooLate(succeeded, now)) {
            throw new Refusal(ConversationProblem.NOT_COMPENSABLE.because("It ended too long ago to be undone."));
        }
        Instant until = now.plus(terms.within());
        Regret regret = new Regret(compensation, succeeded.expiresAt(), 0, until, null, call);
        return ask(succeeded, regret, List.of(note(succeeded, regret, wish)), now);
    }

    /**
     * The conversation that has asked for it wants undone what was done, whatever it was told of that: what came late
     * was done, too. Where nothing undoes it, nothing happens.
     */
    Decision unwanted(Conversation ended, @Nullable ProviderCall call, Instant now) {
        boolean isOver = ended.status().isFinal() && ended.exchange() == MessageExchangePattern.IN_OUT;
        String compensation = isOver ? compensations.of(ended.operation()) : null;
        if (compensation == null) {
            return Decision.nothing(ended);
        }
        Instant until = now.plus(terms.within());
        return ask(ended, new Regret(compensation, ended.expiresAt(), 0, until, null, call), List.of(), now);
    }

    /** Decides on what happens to an exchange that is being undone, or was. */
    Decision decide(Conversation state, Regret regret, Event event, Instant now) {
        if (state.status().isFinal()) {
            return Decision.nothing(state);
        }
        if (event instanceof Event.Cancelled wish) {
            return again(state, regret, wish, now);
        }
        if (event instanceof Event.Answered answer) {
            return answered(state, regret, answer, now);
        }
        if (event instanceof LateUndo late && late.kind() == MessageKind.REPLY) {
            return undone(state, regret, List.of(), now);
        }
        Instant next = regret.next();
        boolean isDue = event instanceof Event.Due && next != null && !now.isBefore(next);
        return isDue ? ask(state, regret, List.of(), now) : Decision.nothing(state);
    }

    /** What a person has to see to is tried again; or given up, by an operator who says why. */
    private Decision again(Conversation state, Regret regret, Event.Cancelled wish, Instant now) {
        if (wish.force() && wish.reason().isBlank()) {
            throw new Refusal(ConversationProblem.REASON_MISSING.because("Say why; it goes into the journal."));
        }
        if (wish.force()) {
            return undone(state, regret, List.of(note(state, regret, wish)), now);
        }
        return state.status() == Status.STUCK
                ? ask(state, regret.until(now.plus(terms.within())), List.of(note(state, regret, wish)), now)
                : Decision.nothing(state);
    }

    private Decision ask(Conversation state, Regret regret, List<Effect> before, Instant now) {
        Regret asked = regret.asked();
        Effect ask = new Effect.AskUndo(
                asked.key(), asked.compensation(), compensations.takesReply(asked.compensation()), asked.until());
        Conversation undoing =
                state.waitingUntil(Conversation.NEVER, asked, now).become(Status.COMPENSATING, now);
        List<Effect> told = state.status() == Status.STUCK ? toldAsker(undoing) : List.of();
        return new Decision(
                undoing,
                Stream.of(before, List.of(ask), told).flatMap(List::stream).toList());
    }

    private Decision answered(Conversation state, Regret regret, Event.Answered answer, Instant now) {
        String fault = answer.kind() == MessageKind.FAULT ? name(answer.body()) : NOTHING_TO_UNDO;
        if (fault.equals(NOTHING_TO_UNDO)) {
            return undone(state, regret, List.of(), now);
        }
        boolean isOpen = state.status() == Status.COMPENSATING && answer.key().equals(regret.key());
        if (!isOpen) {
            return Decision.nothing(state);
        }
        boolean isTriedAgain = answer.conversationId() != null && FAILED.contains(fault);
        Instant next = now.plus(pause(state, regret));
        if (isTriedAgain && next.isBefore(regret.until())) {
            return Decision.nothing(failed(state, regret, fault).with(regret.pause(next), now));
        }
        Conversation stuck =
                failed(state, regret, fault).with(regret.rest(), now).become(Status.STUCK, now);
        return new Decision(stuck, toldAsker(stuck));
    }

    /** The conversation that did not want it is told how far that is; a requester looks for itself. */
    private static List<Effect> toldAsker(Conversation state) {
        return Parent.at(state.replyTo()) == null ? List.of() : List.of(new Effect.TellUndone(state.status()));
    }

    private Duration pause(Conversation state, Regret regret) {
        Retry retry = new Retry(Integer.MAX_VALUE, terms.backoff(), 2, terms.longestBackoff(), JITTER);
        return ProviderPolicy.pause(retry, state.id(), regret.attempt());
    }

    private static Conversation failed(Conversation state, Regret regret, String fault) {
        return state.failed(regret.compensation() + " answered with " + fault);
    }

    private static Decision undone(Conversation state, Regret regret, List<Effect> effects, Instant now) {
        Conversation undone =
                state.waitingUntil(regret.deadline(), regret.rest(), now).become(Status.COMPENSATED, now);
        return new Decision(
                undone,
                Stream.concat(effects.stream(), toldAsker(undone).stream()).toList());
    }

    /** The name of a fault: the last part of its type. */
    private static String name(String fault) {
        String type;
        try {
            JsonNode problem = JsonText.parseExactly(fault);
            type = problem.path("type").asText();
        } catch (Refusal e) {
            type = "";
        }
        return type.startsWith(Problem.TYPE_PREFIX) ? type.substring(Problem.TYPE_PREFIX.length()) : type;
    }

    private static Effect note(Conversation state, Regret regret, Event.Cancelled wish) {
        ObjectNode said = JsonNodeFactory.instance.objectNode().put("cancel", true);
        if (!wish.reason().isBlank()) {
            said.put("reason", wish.reason());
        }
        if (wish.force()) {
            said.put("force", true);
        } else {
            said.put("compensation", regret.compensation());
        }
        return new Effect.Note(new Received(
                MessageKind.NOTICE,
                wish.by(),
                state.id() + ".Cancel." + (regret.attempt() + 1),
                state.correlationId(),
                said.toString()));
    }
}
