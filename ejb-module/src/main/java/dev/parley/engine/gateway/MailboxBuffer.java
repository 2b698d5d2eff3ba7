package dev.parley.engine.gateway;

import dev.parley.engine.wire.WireFormat;
import dev.parley.engine.wire.WireMessage;
import dev.parley.message.Address;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The messages that a transaction sends to mailboxes: all at once, at its end. */
final class MailboxBuffer {

    private static final Logger LOG = System.getLogger(MailboxBuffer.class.getName());

    private final MailboxDelivery deposits;
    private final List<Outgoing> messages = new ArrayList<>();

    MailboxBuffer(MailboxDelivery deposits) {
        this.deposits = deposits;
    }

    /** Takes a message if it goes to a mailbox. */
    boolean take(Outgoing message) {
        boolean isForMailbox = message.to() != null && message.to().kind() == Address.Kind.MAILBOX;
        if (isForMailbox) {
            messages.add(message);
        }
        return isForMailbox;
    }

    /** Takes back what is for a conversation, here and in the mailbox, and says how many that are. */
    int takeBack(Address mailbox, String conversationId) {
        int before = messages.size();
        messages.removeIf(m -> mailbox.equals(m.to()) && conversationId.equals(m.conversationId()));
        return before - messages.size() + deposits.takeBack(mailbox.name(), conversationId);
    }

    /**
     * Puts them into their mailboxes.
     *
     * @param parking sends what a mailbox does not take to where operators look for it
     */
    void deliver(Consumer<WireMessage> parking) {
        if (messages.isEmpty()) {
            return;
        }
        List<@Nullable Problem> refused = deposits.put(List.copyOf(messages));
        for (int i = 0; i < refused.size(); i++) {
            Problem problem = refused.get(i);
            if (problem != null) {
                parkOrLeave(messages.get(i), problem, parking);
            }
        }
        messages.clear();
    }

    /**
     * A request that can be answered is sent again, and its requester told in the end; an acknowledgment says only what
     * its answer says as well.
     */
    private static void parkOrLeave(Outgoing message, Problem problem, Consumer<WireMessage> parking) {
        String why = WireFormat.oneLine(problem);
        boolean isSentAgain = message.request() != null && message.request().replyTo() != null;
        if (isSentAgain || message.kind() == MessageKind.ACK) {
            LOG.log(Level.WARNING, "{0} did not go to {1}: {2}", message.messageId(), message.to(), why);
            return;
        }
        LOG.log(Level.WARNING, "Parked the message {0} to {1}: {2}", message.messageId(), message.to(), why);
        parking.accept(WireFormat.unsent(WireFormat.of(message), problem));
    }
}
