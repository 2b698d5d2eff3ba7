package dev.parley.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Headers;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Problem;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends with one JMS session, which is part of the transaction in which it is first needed. */
final class JmsGateway implements Gateway {

    private static final Logger LOG = System.getLogger(JmsGateway.class.getName());

    private final Supplier<JMSContext> session;
    private @Nullable JMSContext context;

    JmsGateway(Supplier<JMSContext> session) {
        this.session = session;
    }

    JMSContext context() {
        JMSContext open = context == null ? session.get() : context;
        context = open;
        return open;
    }

    @Override
    public void send(Outgoing message) {
        send(WireFormat.of(message));
    }

    private void send(WireMessage message) {
        new JmsSender(context()).send(message, message.delay(), null);
    }

    @Override
    public void work(Lane lane, Work work) {
        send(WireFormat.of(lane, work));
    }

    @Override
    public void park(Conversation conversation, String body, Problem reason) {
        LOG.log(Level.WARNING, "Parked conversation {0}: {1}", conversation.id(), WireFormat.oneLine(reason));
        send(WireFormat.parked(conversation, body, reason));
    }

    /** Parks a message as it came, whatever its type: nothing but properties is added. */
    void park(Message message, String from, Problem reason) {
        try {
            Map<String, Object> properties = JmsMessages.properties(message);
            message.clearProperties();
            properties.put(Headers.REASON, WireFormat.oneLine(reason));
            properties.put(Headers.PARKED_FROM, from);
            for (Map.Entry<String, Object> property : properties.entrySet()) {
                message.setObjectProperty(property.getKey(), property.getValue());
            }
            LOG.log(
                    Level.WARNING,
                    "Parked message {0} from {1}: {2}",
                    WireFormat.oneLine(String.valueOf(message.getJMSMessageID())),
                    from,
                    WireFormat.oneLine(reason));
            context().createProducer().send(Destinations.destination(Queues.DEAD), message);
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }
}
