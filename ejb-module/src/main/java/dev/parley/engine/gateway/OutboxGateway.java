package dev.parley.engine.gateway;

import dev.parley.conversation.Conversation;
import dev.parley.engine.call.LogContext;
import dev.parley.engine.outbox.Outbox;
import dev.parley.engine.wire.Lane;
import dev.parley.engine.wire.OperationWork;
import dev.parley.engine.wire.WireFormat;
import dev.parley.engine.wire.WireMessage;
import dev.parley.message.Address;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The gateway that writes what is sent to the outbox, when it is closed: the database's transaction is all there is.
 */
public final class OutboxGateway implements Gateway {

    private static final Logger LOG = System.getLogger(OutboxGateway.class.getName());

    private final Outbox outbox;
    private final BiConsumer<Lane, OperationWork> onward;
    private final MailboxBuffer mailboxes;
    private final List<WireMessage> messages = new ArrayList<>();

    /**
     * @param deposits for what is sent to mailboxes: that is in the same database, and needs no row
     * @param onward takes work that is passed on: it goes from queue to queue with the message it came in, and needs no
     *     row
     */
    public OutboxGateway(Outbox outbox, MailboxDelivery deposits, BiConsumer<Lane, OperationWork> onward) {
        this.outbox = outbox;
        this.mailboxes = new MailboxBuffer(deposits);
        this.onward = onward;
    }

    @Override
    public void send(Outgoing message) {
        if (!mailboxes.take(message)) {
            messages.add(WireFormat.of(message));
        }
    }

    @Override
    public int takeBack(Address provider, String conversationId) {
        // A queue is no part of the transaction: what is taken out of it would be lost with a rollback
        return provider.kind() == Address.Kind.QUEUE ? 0 : mailboxes.takeBack(provider, conversationId);
    }

    @Override
    public void work(Lane lane, OperationWork work) {
        messages.add(WireFormat.of(lane, work));
    }

    @Override
    public void passOn(Lane lane, OperationWork work) {
        onward.accept(lane, work);
    }

    @Override
    public void park(Conversation conversation, String body, Problem reason) {
        LogContext.about(
                conversation,
                () -> LOG.log(
                        Level.WARNING, "Parked conversation {0}: {1}", conversation.id(), WireFormat.oneLine(reason)));
        messages.add(WireFormat.parked(conversation, body, reason));
    }

    /** Parks a message as it came. */
    public void park(WireMessage received, String from, Problem reason, @Nullable String failedConversation) {
        LOG.log(Level.WARNING, "Parked a message from {0}: {1}", from, WireFormat.oneLine(reason));
        messages.add(WireFormat.parked(received, from, reason, failedConversation));
    }

    @Override
    public void close() {
        mailboxes.deliver(messages::add);
        if (!messages.isEmpty()) {
            outbox.write(List.copyOf(messages));
            messages.clear();
        }
    }
}
