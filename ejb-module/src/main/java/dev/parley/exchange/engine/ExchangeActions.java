package dev.parley.exchange.engine;

import dev.parley.conversation.Action;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.PatternActions;
import dev.parley.conversation.Patterns;
import dev.parley.exchange.Compensations;
import dev.parley.exchange.RegretPolicy;
import dev.parley.exchange.UndoTerms;
import dev.parley.message.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** What may be done with an exchange: it is cancelled while it goes on, and undone after it has succeeded. */
@ApplicationScoped
class ExchangeActions implements PatternActions {

    @Inject
    Compensations compensations;

    @Inject
    UndoTerms terms;

    @Inject
    Clock clock;

    @Override
    public String pattern() {
        return Patterns.EXCHANGE;
    }

    @Override
    public List<Action> actions(Conversation conversation, Caller caller) {
        return new RegretPolicy(compensations, terms).actions(conversation, caller.operator(), clock.instant());
    }
}
