package dev.parley.engine.broker;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.utils.CompositeAddress;

/**
 * Keeps out of the broker what it could not deliver: it would drop the consumers of a queue for one message that it
 * cannot convert, and stand still for one of a priority that there is not. Who sends such a message is told so by its
 * protocol.
 */
final class MessageGuard implements ActiveMQServerMessagePlugin {

    private static final Logger LOG = System.getLogger(MessageGuard.class.getName());

    private static final int HIGHEST_PRIORITY = 9;

    /** On a message that can be converted, while it is in memory. */
    private static final Object CONVERTIBLE = new Object();

    private final DeadAddress dead;

    MessageGuard(DeadAddress dead) {
        this.dead = dead;
    }

    @Override
    public void beforeSend(
            ServerSession session, Transaction tx, Message message, boolean direct, boolean noAutoCreateQueue)
            throws ActiveMQException {
        int priority = message.getPriority();
        if (priority < 0 || priority > HIGHEST_PRIORITY) {
            throw new ActiveMQException("The priority is " + priority + ", but must be from 0 to 9");
        }
        SimpleString address = message.getAddressSimpleString();
        if (address != null && address.startsWith(BrokerQueues.PARLEYS)) {
            if (address.contains(':') && CompositeAddress.isFullyQualified(address)) {
                // The queue need not be there: the message would be nowhere, and nobody told
                throw new ActiveMQException("Send to the queue alone, not to " + address);
            }
            check(message);
        }
    }

    private static void check(Message message) throws ActiveMQException {
        if (message instanceof ICoreMessage core) {
            BodyShape.correct(core);
        } else {
            convert(message);
        }
    }

    private static void convert(Message message) throws ActiveMQException {
        if (BodyShape.isTooLargeToConvert(message)) {
            throw new ActiveMQException("A message has at most " + BodyShape.LARGEST + " bytes");
        }
        try {
            message.toCore();
            message.setUserContext(CONVERTIBLE, true);
        } catch (RuntimeException | StackOverflowError e) {
            throw new ActiveMQException(
                    "A property, or the body, is of a type that JMS does not have: " + e.getMessage());
        }
    }

    /** What was there before it was guarded is parked instead of taking its consumer with it. */
    @Override
    public boolean canAccept(ServerConsumer consumer, MessageReference reference) {
        Message message = reference.getMessage();
        if (message instanceof ICoreMessage
                || message.getUserContext(CONVERTIBLE) != null
                || !consumer.getQueueName().startsWith(BrokerQueues.PARLEYS)) {
            return true;
        }
        try {
            check(message);
            return true;
        } catch (ActiveMQException e) {
            LOG.log(
                    Level.WARNING,
                    "Message {0} of {1} cannot be read: {2}",
                    message.getMessageID(),
                    consumer.getQueueName(),
                    e.getMessage());
            dead.take(reference, String.valueOf(e.getMessage()));
            return false;
        }
    }
}
