package dev.parley.exchange;

import dev.parley.conversation.Carried;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Parent;
import dev.parley.conversation.ProviderAnswer;
import dev.parley.conversation.Provision;
import dev.parley.conversation.Received;
import dev.parley.conversation.Status;
import dev.parley.conversation.Ticket;
import dev.parley.conversation.request.Outcomes;
import dev.parley.conversation.request.Problems;
import dev.parley.message.Address;
import dev.parley.message.AnswerQueues;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rule of asking a provider that is not in the EAR: request-response with retry. Each attempt is the same message;
 * the first answer to any of them counts, whichever provider it comes from, and what comes after it is journaled and
 * changes nothing. A provider that says by an acknowledgment that it has the request is not asked again. Where nobody
 * is registered that could be asked, the attempt has failed: nothing is sent, and the pause begins.
 *
 * @see <a href="https://www.enterpriseintegrationpatterns.com/patterns/conversation/RequestResponseRetry.html">Hohpe,
 *     Request-Response with Retry</a>
 */
final class AskPolicy {

    /** A provider that never stops answering must not fill the journal. */
    private static final int LONGEST_JOURNAL = 1000;

    /** Asks for the first time. */
    Decision begin(Conversation accepted, Event.Requested event, Provision provision, Instant now) {
        String group = event.group();
        Address provider = ProviderPolicy.choose(provision, accepted.id(), group, 1, null, now);
        ProviderCall asking = new ProviderCall(
                event.ticket(),
                provider,
                1,
                false,
                end(accepted, provision, now),
                group,
                event.request().carried(),
                false);
        if (provider == null) {
            return nobody(accepted, asking, 1, provision, now);
        }
        // Its conversation is over: if the broker dropped the request, nobody would be told.
        boolean mayWait = isOverOnceAsked(accepted) && !event.request().deadlineGiven();
        return ask(
                accepted,
                asking,
                provider,
                mayWait ? null : asking.until(),
                event.request().body(),
                now);
    }

    private static Decision again(
            Conversation state, ProviderCall last, Provision provision, String body, Instant now) {
        Address provider =
                ProviderPolicy.choose(provision, state.id(), last.group(), last.attempt() + 1, last.provider(), now);
        if (provider == null) {
            return nobody(state, last, last.attempt() + 1, provision, now);
        }
        ProviderCall asking = last.next(provider, end(state, provision, now));
        // Whether its requester gave a deadline is not known any more: late is better than lost.
        return ask(state, asking, provider, isOverOnceAsked(state) ? null : asking.until(), body, now);
    }

    private static Decision nobody(
            Conversation state, ProviderCall asking, int attempt, Provision provision, Instant now) {
        Instant until = now.plus(ProviderPolicy.pause(provision.retry(), state.id(), attempt));
        Conversation waiting =
                state.failed("nobody is registered who could be asked").with(asking.nobody(attempt, until), now);
        return attempt < provision.retry().attempts()
                ? Decision.nothing(waiting.become(Status.RUNNING, now))
                : Outcomes.fail(waiting, Status.FAULTED, Problems.providerMissing(state.operation(), attempt), now);
    }

    private static Decision ask(
            Conversation state,
            ProviderCall asking,
            Address provider,
            @Nullable Instant expiresAt,
            String body,
            Instant now) {
        boolean isOver = isOverOnceAsked(state);
        Carried carried = asking.carried();
        Outgoing request = new Outgoing(
                provider,
                MessageKind.REQUEST,
                state.operation(),
                state.id(),
                carried == null ? state.id() + "." + MessageKind.REQUEST.label() : carried.messageId(),
                new Ticket(state.id(), asking.ticket()).correlationId(),
                null,
                body,
                new Outgoing.Request(
                        isOver ? null : AnswerQueues.REPLIES,
                        asking.attempt(),
                        expiresAt,
                        state.hops() + 1,
                        asking.group()));
        Conversation asked = state.with(asking, now).become(isOver ? Status.SUCCEEDED : Status.RUNNING, now);
        Outgoing carrying = carried == null ? request : request.with(carried.properties());
        return new Decision(asked, List.of(new Effect.Send(carrying)));
    }

    /** True if nothing that a provider says is passed on, so that there is nothing to wait for. */
    private static boolean isOverOnceAsked(Conversation state) {
        return !state.exchange().allowsFault();
    }

    private static Instant end(Conversation state, Provision provision, Instant now) {
        return isPatient(state) ? state.expiresAt() : earlier(now.plus(provision.timeout()), state);
    }

    /** True if silence is no failure, so that nobody is asked twice. */
    private static boolean isPatient(Conversation state) {
        return state.exchange() != MessageExchangePattern.IN_OUT;
    }

    private static Instant earlier(Instant instant, Conversation state) {
        return instant.isBefore(state.expiresAt()) ? instant : state.expiresAt();
    }

    /** The deadline has passed while a provider was asked, or while there was nobody to ask. */
    Decision expire(Conversation state, ProviderCall asking, Instant now) {
        if (asking.provider() == null && asking.pausing()) {
            return Outcomes.fail(state, Status.EXPIRED, Problems.expiredUnasked(state), now);
        }
        return isPatient(state)
                ? Outcomes.succeed(state, null, now)
                : Outcomes.fail(state, Status.EXPIRED, Problems.expiredUnanswered(state), now);
    }

    /** An attempt has had no answer in time, or the pause after it is over. */
    Decision due(Conversation state, ProviderCall asking, Event.Due event, Instant now) {
        Provision provision = event.provision();
        if (provision == null) {
            return Outcomes.fail(state, Status.FAULTED, Problems.providerGone(state.operation()), now);
        }
        Address silent = asking.provider();
        if (asking.pausing() || silent == null) {
            return again(state, asking, provision, event.body(), now);
        }
        Effect passOver = new Effect.PassOver(silent);
        Conversation failed = state.failed(silent + " did not answer in time");
        Decision next = afterSilence(failed, asking, silent, provision, event.body(), now);
        List<Effect> effects = new ArrayList<>(List.of(passOver));
        effects.addAll(next.effects());
        return new Decision(next.conversation(), effects);
    }

    private static Decision afterSilence(
            Conversation state, ProviderCall asking, Address silent, Provision provision, String body, Instant now) {
        if (asking.last() || asking.attempt() >= provision.retry().attempts()) {
            Problem problem = Problems.providerTimeout(state.operation(), asking.attempt());
            return Outcomes.fail(state, Status.FAULTED, problem, now);
        }
        if (ProviderPolicy.hasAnother(provision, silent, now)) {
            return again(state, asking, provision, body, now);
        }
        Instant until = now.plus(ProviderPolicy.pause(provision.retry(), state.id(), asking.attempt()));
        return Decision.nothing(state.with(asking.pause(until), now));
    }

    /**
     * Its requester does not want it any more: what nobody was asked for is not done, and what somebody may have begun
     * is awaited until the attempt has ended.
     */
    Decision withdrawn(Conversation state, ProviderCall asking, Instant now) {
        Address provider = asking.provider();
        if (provider == null && asking.attempt() == 1) {
            return Outcomes.fail(state, Status.CANCELLED, Problems.withdrawn(state), now);
        }
        if (asking.pausing() || provider == null) {
            Problem problem = Problems.providerTimeout(state.operation(), asking.attempt());
            return Outcomes.fail(state, Status.FAULTED, problem, now);
        }
        return new Decision(state.with(asking.lastOne(), now), List.of(new Effect.TakeBack(provider)));
    }

    /** Requests were taken back. If all were, nobody has begun it. */
    Decision takenBack(Conversation state, ProviderCall asking, Event.TakenBack event, Instant now) {
        return event.requests() >= asking.attempt()
                ? Outcomes.fail(state, Status.CANCELLED, Problems.withdrawn(state), now)
                : Decision.nothing(state);
    }

    /**
     * A provider has answered; the first answer counts. One that comes when the deadline has passed is late, whether
     * that has been seen to or not.
     */
    Decision answered(Conversation state, @Nullable ProviderCall asking, ProviderAnswer answer, Instant now) {
        if (asking == null || !asking.ticket().equals(answer.ticket())) {
            return new Decision(state, List.of(new Effect.Park(Problems.answerUnasked())));
        }
        boolean isLate = state.status().isFinal() || !now.isBefore(state.expiresAt());
        if (answer.unusable() != null) {
            return unusable(state, answer.kind(), answer.unusable(), isLate, now);
        }
        Decision decision = isLate ? late(state, answer) : first(state, asking, answer, now);
        return state.sequence() < LONGEST_JOURNAL ? noted(answer, decision) : decision;
    }

    /** Whoever was told that nobody has answered hears of it after all, if it is a conversation. */
    private static Decision late(Conversation state, ProviderAnswer answer) {
        boolean isTold = Parent.at(state.replyTo()) != null
                && state.status() != Status.SUCCEEDED
                && state.sequence() < LONGEST_JOURNAL
                && answer.kind() != MessageKind.ACK;
        return isTold
                ? new Decision(state, List.of(new Effect.TellLate(answer.kind(), answer.body(), answer.messageId())))
                : Decision.nothing(state);
    }

    private static Decision first(Conversation state, ProviderCall asking, ProviderAnswer answer, Instant now) {
        return switch (answer.kind()) {
            case ACK -> Decision.nothing(state.with(asking.until(state.expiresAt()), now));
            case FAULT -> faulted(state, answer, now);
            default -> Outcomes.succeed(state, answer.body(), now);
        };
    }

    /** The provider's fault is passed on as it is; one that nobody can be told is left to the operators. */
    private static Decision faulted(Conversation state, ProviderAnswer answer, Instant now) {
        Conversation ended = state.become(Status.FAULTED, now);
        Effect told = Outcomes.fault(ended, answer.body());
        return new Decision(
                ended,
                Outcomes.canBeTold(ended)
                        ? List.of(told)
                        : List.of(told, new Effect.Park(Problems.faultUntold(state.operation(), state.id()))));
    }

    private static Decision noted(ProviderAnswer answer, Decision decision) {
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Note(
                new Received(answer.kind(), answer.from(), answer.messageId(), answer.correlationId(), answer.body())));
        effects.addAll(decision.effects());
        return new Decision(decision.conversation(), effects);
    }

    /** An answer that cannot be passed on is kept for the operators; asking again would bring the same. */
    private static Decision unusable(
            Conversation state, MessageKind kind, Problem problem, boolean isLate, Instant now) {
        Effect park = new Effect.Park(problem);
        if (isLate) {
            return new Decision(state, List.of(park));
        }
        Conversation ended = state.become(Status.FAULTED, now);
        Problem told = Problems.answerUnusable(state.operation(), kind, problem);
        return new Decision(ended, List.of(park, Outcomes.fault(ended, told.toJson())));
    }
}
