package dev.parley.exchange;

import dev.parley.conversation.AnswerReading;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationPattern;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.Reading;
import dev.parley.conversation.RequestLimits;
import dev.parley.message.Arrival;
import dev.parley.message.Problem;
import java.time.Instant;

/** The exchange pattern, as the engine calls it. */
public final class Exchanges implements ConversationPattern {

    private final ExchangePolicy policy = new ExchangePolicy();
    private final TurnPolicy turns;
    private final RequestReader reader;
    private final AnswerReader answers;

    public Exchanges(RequestLimits limits) {
        this.turns = new TurnPolicy(limits.turnTimeout());
        this.reader = new RequestReader(limits);
        this.answers = new AnswerReader(limits);
    }

    @Override
    public Reading read(Arrival arrival, Instant now) {
        return reader.read(arrival, now);
    }

    @Override
    public AnswerReading readAnswer(Arrival arrival) {
        return answers.read(arrival);
    }

    @Override
    public Reading.Refused refuse(Envelope request, Problem problem) {
        return ExchangePolicy.refuse(request, problem);
    }

    @Override
    public Problem reused(String messageId) {
        return Problems.messageIdReused(messageId);
    }

    @Override
    public Decision begin(Event.Requested event, Instant now) {
        return policy.begin(event, now);
    }

    @Override
    public Decision beginTurn(Event.TurnCame event, Instant now) {
        return turns.begin(event, now);
    }

    @Override
    public Decision decide(Conversation state, Event event, Instant now) {
        return state.turns() == null ? policy.decide(state, event, now) : turns.decide(state, event, now);
    }
}
