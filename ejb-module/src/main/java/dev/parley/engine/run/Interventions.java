package dev.parley.engine.run;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Event;
import dev.parley.engine.commit.Collision;
import dev.parley.engine.commit.Result;
import dev.parley.engine.commit.Transactions;
import dev.parley.engine.gateway.Gateway;
import dev.parley.engine.gateway.Gateways;
import dev.parley.message.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Interventions of people in conversations: what they want done happens as an event of the pattern's own, in a
 * transaction of its own, which is done again if another one was in its way. A crash leaves all of it or nothing.
 */
@ApplicationScoped
public class Interventions {

    @Inject
    UnitsOfWork units;

    @Inject
    Gateways gateways;

    @Inject
    Transactions transactions;

    /**
     * Has an event happen to a conversation; whoever else is about to change it is waited for.
     *
     * @param seen as it was read before
     * @return true if that has changed anything
     * @throws Refusal {@code conversation-unknown} 404, {@code pattern-unknown} 503, or the pattern's; nothing has
     *     changed then
     */
    public boolean happen(Conversation seen, Event event) {
        return Collision.resolved(() -> transactions.inNew(() -> intervene(seen, event)))
                .orThrow();
    }

    private Result<Boolean> intervene(Conversation seen, Event event) {
        try (Gateway gateway = gateways.open()) {
            return new Intervention(units.unit(gateway)).happen(seen, event);
        }
    }
}
