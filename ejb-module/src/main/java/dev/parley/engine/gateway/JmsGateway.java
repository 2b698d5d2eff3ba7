package dev.parley.engine.gateway;

import dev.parley.conversation.Conversation;
import dev.parley.engine.call.LogContext;
import dev.parley.engine.commit.Ids;
import dev.parley.engine.wire.Destinations;
import dev.parley.engine.wire.JmsMessages;
import dev.parley.engine.wire.JmsSender;
import dev.parley.engine.wire.Lane;
import dev.parley.engine.wire.MessageHeaders;
import dev.parley.engine.wire.OperationWork;
import dev.parley.engine.wire.Queues;
import dev.parley.engine.wire.WireFormat;
import dev.parley.engine.wire.WireMessage;
import dev.parley.message.Address;
import dev.parley.message.Headers;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The gateway with one JMS session, which becomes part of the current transaction when it is first needed. */
public final class JmsGateway implements Gateway {

    private static final Logger LOG = System.getLogger(JmsGateway.class.getName());

    private final Supplier<JMSContext> sessions;
    private final MailboxBuffer mailboxes;
    private final InstantSource clock;
    private @Nullable JMSContext session;
    private @Nullable JmsSender sender;

    /**
     * @param sessions opens a session within the current transaction
     * @param deposits for what is sent to mailboxes
     * @param clock what time it is when a message is sent
     */
    public JmsGateway(Supplier<JMSContext> sessions, MailboxDelivery deposits, InstantSource clock) {
        this.clock = clock;
        this.sessions = sessions;
        this.mailboxes = new MailboxBuffer(deposits);
    }

    /** The JMS session, part of the current transaction; it is opened when it is first asked for. */
    public JMSContext context() {
        if (session == null) {
            session = sessions.get();
        }
        return session;
    }

    @Override
    public void send(Outgoing message) {
        if (!mailboxes.take(message)) {
            send(WireFormat.of(message));
        }
    }

    private void send(WireMessage message) {
        if (sender == null) {
            sender = new JmsSender(context(), clock);
        }
        sender.send(message, message.delay(), null);
    }

    @Override
    public int takeBack(Address provider, String conversationId) {
        return provider.kind() == Address.Kind.QUEUE
                ? QueueWithdrawal.takeBack(context(), provider, conversationId)
                : mailboxes.takeBack(provider, conversationId);
    }

    @Override
    public void work(Lane lane, OperationWork work) {
        send(WireFormat.of(lane, work));
    }

    @Override
    public void park(Conversation conversation, String body, Problem reason) {
        LogContext.about(
                conversation,
                () -> LOG.log(
                        Level.WARNING, "Parked conversation {0}: {1}", conversation.id(), WireFormat.oneLine(reason)));
        send(WireFormat.parked(conversation, body, reason));
    }

    /** Puts a message back into its queue as it came, to be delivered after a while. */
    void later(Message message, Queue queue, int looks) {
        try {
            JmsMessages.makeSendable(message);
            message.setIntProperty(WireFormat.LOOKS, looks);
            JmsSender.producer(context())
                    .setDeliveryDelay(OperationWork.delay(looks).toMillis())
                    .send(queue, message);
        } catch (JMSException e) {
            throw unchecked(e);
        }
    }

    /** Parks a message as it came, whatever its type: nothing but properties is added. */
    void park(Message message, String from, Problem reason, @Nullable String failedConversation) {
        try {
            // Sent again, it gets another JMSMessageID
            String messageId = new MessageHeaders(message).id();
            JmsMessages.makeSendableAgain(message);
            nameIfUnnamed(message, messageId);
            message.setStringProperty(Headers.DEAD_LETTER_ID, Ids.next());
            if (failedConversation != null) {
                message.setStringProperty(Headers.FAILED_CONVERSATION, failedConversation);
            }
            message.setStringProperty(Headers.REASON, WireFormat.oneLine(reason));
            message.setStringProperty(Headers.PARKED_FROM, from);
            LOG.log(
                    Level.WARNING,
                    "Parked message {0} from {1}: {2}",
                    WireFormat.oneLine(String.valueOf(message.getJMSMessageID())),
                    from,
                    WireFormat.oneLine(reason));
            JmsSender.producer(context()).send(Destinations.destination(Queues.DEAD), message);
        } catch (JMSException e) {
            throw unchecked(e);
        }
    }

    /**
     * Puts a dead letter into a queue, as it was before it was parked.
     *
     * @param messageId the id that it is known by, if it does not say
     */
    void sendBack(Message message, String queue, String messageId) {
        try {
            JmsMessages.makeSendableAgain(message);
            JmsMessages.remove(
                    message,
                    List.of(
                            Headers.REASON,
                            Headers.PARKED_FROM,
                            Headers.DEAD_LETTER_ID,
                            Headers.FAILED_CONVERSATION,
                            WireFormat.LOOKS));
            nameIfUnnamed(message, messageId);
            JmsSender.producer(context()).send(Destinations.destination(Address.queue(queue)), message);
        } catch (JMSException e) {
            throw unchecked(e);
        }
    }

    private static void nameIfUnnamed(Message message, String messageId) throws JMSException {
        if (new MessageHeaders(message).text(Headers.MESSAGE_ID) == null) {
            message.setStringProperty(Headers.MESSAGE_ID, messageId);
        }
    }

    private static JMSRuntimeException unchecked(JMSException e) {
        return new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
    }

    @Override
    public void close() {
        try {
            mailboxes.deliver(this::send);
        } finally {
            if (session != null) {
                session.close();
            }
        }
    }
}
