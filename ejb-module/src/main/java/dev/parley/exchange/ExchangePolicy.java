package dev.parley.exchange;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.Patterns;
import dev.parley.conversation.Provision;
import dev.parley.conversation.Status;
import dev.parley.conversation.request.Acknowledgment;
import dev.parley.conversation.request.Outcomes;
import dev.parley.conversation.request.Problems;
import dev.parley.conversation.request.Repetition;
import dev.parley.message.MessageKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rule of an exchange between a requester and an operation: what is answered when, and how it ends.
 *
 * @see <a href="https://www.enterpriseintegrationpatterns.com/patterns/conversation/QuickAcknowledgment.html">Hohpe,
 *     Quick Acknowledgment</a>
 * @see <a href="https://www.w3.org/TR/wsdl20-adjuncts/#fault-rules">WSDL 2.0 Adjuncts, fault propagation rules</a>
 */
final class ExchangePolicy {

    private final AskPolicy asks = new AskPolicy();
    private final RetryPolicy retries = new RetryPolicy();
    private final RegretPolicy regrets;

    ExchangePolicy(RegretPolicy regrets) {
        this.regrets = regrets;
    }

    /**
     * A new request: it is accepted, acknowledged if that was asked for, and its operation is to run; or it came too
     * late.
     */
    Decision begin(Event.Requested event, Instant now) {
        Envelope request = event.request();
        Conversation accepted = Conversation.accepted(Patterns.EXCHANGE, request, event.newId(), now);
        if (!now.isBefore(accepted.expiresAt())) {
            return expire(accepted, now);
        }
        List<Effect> effects = new ArrayList<>();
        if (accepted.acknowledge()) {
            effects.add(new Effect.Send(
                    Outcomes.answer(accepted, accepted.replyTo(), MessageKind.ACK, Acknowledgment.of(accepted))));
        }
        Provision provision = event.provision();
        if (provision == null) {
            effects.add(new Effect.Run(!accepted.acknowledge()));
            return new Decision(accepted, effects);
        }
        Decision asked = asks.begin(accepted, event, provision, now);
        effects.addAll(asked.effects());
        return new Decision(asked.conversation(), effects);
    }

    /**
     * Whatever happens after the end changes nothing; only a repeated request is answered again, an operator can have
     * go on what has failed, and what has succeeded can be undone.
     */
    Decision decide(Conversation state, @Nullable ExchangeState kept, Event event, Instant now) {
        ProviderCall asking = kept == null ? null : kept.call();
        if (event instanceof Event.Repeated repeated) {
            return Repetition.decide(state, repeated);
        }
        if (event instanceof Event.ProviderAnswered answered) {
            return kept instanceof Regret
                    ? tooLate(state, asking, answered, now)
                    : asks.answered(state, asking, answered.answer(), now);
        }
        if (event instanceof Event.Retried retried) {
            return retries.decide(state, asking, retried, now);
        }
        if (kept instanceof Regret regret) {
            return regrets.decide(state, regret, event, now);
        }
        if (event instanceof Event.Cancelled regret && state.status() == Status.SUCCEEDED) {
            return regrets.begin(state, asking, regret, now);
        }
        if (event instanceof Event.Unwanted) {
            return regrets.unwanted(state, asking, now);
        }
        return state.status().isFinal() ? Decision.nothing(state) : decideOnRunning(state, asking, event, now);
    }

    /** What is undone had succeeded: a provider that answers once more changes nothing. */
    private Decision tooLate(
            Conversation state, @Nullable ProviderCall asking, Event.ProviderAnswered answered, Instant now) {
        Conversation ended = state.become(Status.SUCCEEDED, state.updatedAt());
        return new Decision(
                state, asks.answered(ended, asking, answered.answer(), now).effects());
    }

    private Decision decideOnRunning(Conversation state, @Nullable ProviderCall asking, Event event, Instant now) {
        if (event instanceof Event.Returned returned) {
            return Outcomes.succeed(state, returned.reply(), now);
        }
        if (event instanceof Event.TurnReturned returned) {
            // It has been deployed anew since the request came, and takes turns now.
            return Outcomes.succeed(state, returned.reply(), now);
        }
        if (event instanceof Event.Faulted faulted) {
            return Outcomes.fail(state, Status.FAULTED, faulted.problem(), now);
        }
        if (event instanceof Event.GaveUp gaveUp) {
            return Outcomes.giveUp(state, gaveUp, now);
        }
        if (event instanceof Event.Due due) {
            return due(state, asking, due, now);
        }
        if (event instanceof Event.Cancelled cancelled) {
            return Outcomes.cancel(state, cancelled, now);
        }
        if (event instanceof Event.Withdrawn) {
            return asking == null ? withdraw(state, now) : asks.withdrawn(state, asking, now);
        }
        if (event instanceof Event.TakenBack taken && asking != null) {
            return asks.takenBack(state, asking, taken, now);
        }
        throw new IllegalArgumentException("Not for a conversation that is there: " + event);
    }

    /** A method that runs meanwhile finds that when it commits, and is rolled back. */
    private static Decision withdraw(Conversation state, Instant now) {
        return Outcomes.fail(state, Status.CANCELLED, Problems.withdrawn(state), now);
    }

    private Decision due(Conversation state, @Nullable ProviderCall asking, Event.Due due, Instant now) {
        if (now.isBefore(state.dueAt())) {
            return Decision.nothing(state);
        }
        if (!now.isBefore(state.expiresAt())) {
            return asking == null ? expire(state, now) : asks.expire(state, asking, now);
        }
        return asking == null ? Decision.nothing(state) : asks.due(state, asking, due, now);
    }

    private static Decision expire(Conversation state, Instant now) {
        return Outcomes.fail(state, Status.EXPIRED, Problems.expired(state), now);
    }
}
