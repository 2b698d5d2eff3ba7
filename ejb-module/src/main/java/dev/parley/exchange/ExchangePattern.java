package dev.parley.exchange;

import dev.parley.conversation.ConversationPattern;
import dev.parley.conversation.RequestLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Gives the engine the exchange pattern, with what is configured. */
@ApplicationScoped
class ExchangePattern {

    @Produces
    @ApplicationScoped
    ConversationPattern exchanges(RequestLimits limits) {
        return new Exchanges(limits);
    }
}
