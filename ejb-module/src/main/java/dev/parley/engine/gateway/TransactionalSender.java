package dev.parley.engine.gateway;

import dev.parley.engine.wire.Queues;
import dev.parley.message.Outgoing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The sender by which a pattern's engine sends within the current transaction: nothing is sent unless it commits,
 * everything if it does.
 */
@ApplicationScoped
public class TransactionalSender {

    @Inject
    Gateways gateways;

    @Inject
    Queues queues;

    /**
     * Does work that sends. Without a message there is no session: the transaction is the database's alone then.
     *
     * @param work is given what it sends with
     */
    public <T> T with(Function<Consumer<Outgoing>, T> work) {
        try (Gateway gateway = gateways.open()) {
            return work.apply(gateway::send);
        }
    }

    /**
     * True if the broker answers, so that what is sent arrives, and answers come back; not to be asked within a
     * transaction.
     */
    public boolean isPossible() {
        return queues.areReachable();
    }
}
