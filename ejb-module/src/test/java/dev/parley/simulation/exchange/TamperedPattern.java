package dev.parley.simulation.exchange;

import static dev.parley.simulation.exchange.AskingInvariants.call;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationPattern;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.ProviderAnswer;
import dev.parley.conversation.Provision;
import dev.parley.conversation.Retry;
import dev.parley.conversation.StateCodec;
import dev.parley.conversation.Status;
import dev.parley.exchange.ExchangePattern;
import dev.parley.exchange.ExchangeState;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.simulation.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** The pattern with tickets that follow from the world's seed, and with a defect. */
final class TamperedPattern implements ConversationPattern<ExchangeState> {

    private final World world;
    private final ExchangePattern pattern = new ExchangePattern();
    private final AskingDefect defect;

    TamperedPattern(World world, AskingDefect defect) {
        this.world = world;
        this.defect = defect;
    }

    @Override
    public String name() {
        return pattern.name();
    }

    @Override
    public StateCodec<ExchangeState> codec() {
        return pattern.codec();
    }

    @Override
    public Decision begin(Event event, Instant now) {
        Event.Requested asked = (Event.Requested) event;
        String ticket = world.name("ticket");
        return tampered(pattern.begin(
                new Event.Requested(asked.request(), asked.newId(), asked.provision(), ticket, asked.group()), now));
    }

    @Override
    public Decision decide(Conversation state, ExchangeState call, Event event, Instant now) {
        if (event instanceof Event.Due due && due.provision() != null) {
            return tampered(due(state, due, now));
        }
        if (event instanceof Event.ProviderAnswered answered) {
            return tampered(answered(state, answered.answer(), now));
        }
        return tampered(decided(state, event, now));
    }

    private Decision decided(Conversation state, Event event, Instant now) {
        return pattern.decide(state, call(state), event, now);
    }

    private Decision due(Conversation state, Event.Due due, Instant now) {
        Decision decision = decided(state, new Event.Due(terms(due.provision()), due.body()), now);
        boolean isSilent = decision.conversation().status() == Status.FAULTED;
        return defect == AskingDefect.SILENCE_SUCCEEDS && isSilent
                ? new Decision(state.become(Status.SUCCEEDED, now), List.of())
                : decision;
    }

    private Provision terms(Provision p) {
        Retry r = p.retry();
        return switch (defect) {
            case ATTEMPTS_WITHOUT_LIMIT ->
                new Provision(
                        p.providers(),
                        p.timeout(),
                        new Retry(1000, r.backoff(), r.multiplier(), r.maximum(), r.jitter()));
            case PAUSE_FORGOTTEN ->
                new Provision(p.providers(), p.timeout(), new Retry(r.attempts(), Duration.ZERO, 1, Duration.ZERO, 0));
            case ATTEMPT_CUT_SHORT -> new Provision(p.providers(), p.timeout().dividedBy(2), r);
            default -> p;
        };
    }

    private Decision answered(Conversation state, ProviderAnswer answer, Instant now) {
        Conversation seen = state;
        if (defect == AskingDefect.LATE_ANSWER_WINS && call(state) != null) {
            seen = state.become(Status.RUNNING, now);
        }
        boolean isDue = !state.status().isFinal() && !now.isBefore(state.expiresAt());
        if (defect == AskingDefect.ANSWER_TAKEN_AFTER_DEADLINE && isDue) {
            Decision early = decided(
                    state, new Event.ProviderAnswered(answer), state.expiresAt().minusMillis(1));
            Conversation changed = early.conversation();
            return new Decision(changed.become(changed.status(), now), early.effects());
        }
        if (defect == AskingDefect.ACKNOWLEDGMENT_IGNORED && answer.kind() == MessageKind.ACK) {
            Decision decision = decided(seen, new Event.ProviderAnswered(answer), now);
            return new Decision(seen, decision.effects());
        }
        return decided(seen, new Event.ProviderAnswered(tampered(answer, state)), now);
    }

    private ProviderAnswer tampered(ProviderAnswer a, Conversation state) {
        boolean taken = defect == AskingDefect.TICKET_NOT_CHECKED && call(state) != null;
        return new ProviderAnswer(
                a.kind(),
                taken ? call(state).ticket() : a.ticket(),
                a.messageId(),
                a.correlationId(),
                a.from(),
                defect == AskingDefect.ANSWER_CHANGED && a.kind() == MessageKind.REPLY ? "{}" : a.body(),
                defect == AskingDefect.GARBAGE_PASSED_ON ? null : a.unusable());
    }

    private Decision tampered(Decision decision) {
        return switch (defect) {
            case MESSAGE_ID_PER_ATTEMPT ->
                new Decision(
                        decision.conversation(),
                        decision.effects().stream()
                                .map(TamperedPattern::renamed)
                                .toList());
            case UNTOLD_REQUEST_EXPIRES ->
                new Decision(
                        decision.conversation(),
                        decision.effects().stream()
                                .map(e -> expiring(e, decision.conversation().expiresAt()))
                                .toList());
            case UNASKED_SUCCEEDS -> isUnaskedFor(decision.conversation()) ? succeeded(decision) : decision;
            case STRAY_ANSWER_DROPPED -> without(decision, e -> isParked(e, "correlation-unknown"));
            case UNTOLD_FAULT_DROPPED -> without(decision, e -> isParked(e, "fault-untold"));
            case ANSWER_NOT_JOURNALED -> without(decision, Effect.Note.class::isInstance);
            default -> decision;
        };
    }

    private static boolean isUnaskedFor(Conversation c) {
        boolean hasFailed = c.status() == Status.FAULTED || c.status() == Status.EXPIRED;
        boolean isPatient = c.exchange() != MessageExchangePattern.IN_OUT;
        return hasFailed && isPatient && call(c) != null && call(c).provider() == null;
    }

    private static Decision succeeded(Decision decision) {
        Conversation c = decision.conversation();
        return new Decision(c.become(Status.SUCCEEDED, c.updatedAt()), List.of());
    }

    private static Decision without(Decision decision, Predicate<Effect> dropped) {
        return new Decision(
                decision.conversation(),
                decision.effects().stream().filter(dropped.negate()).toList());
    }

    private static boolean isParked(Effect effect, String problem) {
        return effect instanceof Effect.Park park && park.reason().name().equals(problem);
    }

    private static Effect renamed(Effect effect) {
        if (effect instanceof Effect.Send send && send.message().request() != null) {
            Outgoing m = send.message();
            return request(m, m.messageId() + m.request().attempt(), m.request());
        }
        return effect;
    }

    private static Effect expiring(Effect effect, Instant at) {
        if (effect instanceof Effect.Send send && send.message().request() != null) {
            Outgoing m = send.message();
            Outgoing.Request r = m.request();
            Instant expiresAt = r.expiresAt() == null ? at : r.expiresAt();
            return request(
                    m, m.messageId(), new Outgoing.Request(r.replyTo(), r.attempt(), expiresAt, r.hops(), r.group()));
        }
        return effect;
    }

    private static Effect request(Outgoing m, String id, Outgoing.Request request) {
        return new Effect.Send(new Outgoing(
                m.to(), m.kind(), m.type(), m.conversationId(), id, m.correlationId(), m.state(), m.body(), request));
    }
}
