package dev.parley.engine;

import dev.parley.conversation.Address;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Headers;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Problem;
import jakarta.jms.InvalidDestinationRuntimeException;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Sends with one JMS session, which is part of the current transaction. */
final class JmsGateway implements Gateway, AutoCloseable {

    private static final Logger LOG = System.getLogger(JmsGateway.class.getName());

    /** On a work message: how often its conversation was looked for. */
    static final String LOOKS = "Looks";

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final JMSContext context;
    private final Queues queues;

    JmsGateway(JMSContext context, Queues queues) {
        this.context = context;
        this.queues = queues;
    }

    JMSContext context() {
        return context;
    }

    @Override
    public void send(Outgoing message) {
        Address to = Objects.requireNonNull(message.to(), "A message without an address is only journaled");
        TextMessage text = context.createTextMessage(message.body());
        try {
            describe(text, message);
            context.createProducer().setTimeToLive(timeToLive(message)).send(Destinations.destination(to), text);
        } catch (InvalidDestinationRuntimeException gone) {
            parkOrLeave(text, to, message);
        } catch (JMSException e) {
            throw unchecked(e);
        }
    }

    private static void describe(TextMessage text, Outgoing message) throws JMSException {
        text.setJMSCorrelationID(message.correlationId());
        text.setStringProperty(Headers.KIND, message.kind().label());
        text.setStringProperty(Headers.MESSAGE_ID, message.messageId());
        if (message.type() != null) {
            text.setJMSType(message.type());
        }
        if (message.conversationId() != null) {
            text.setStringProperty(Headers.CONVERSATION_ID, message.conversationId());
        }
        if (message.state() != null) {
            text.setStringProperty(Headers.STATE, message.state());
        }
        if (message.turn() > 0) {
            text.setIntProperty(Headers.TURN, message.turn());
        }
        Outgoing.Request request = message.request();
        if (request != null) {
            text.setIntProperty(Headers.ATTEMPT, request.attempt());
            text.setIntProperty(Headers.HOPS, request.hops());
            if (request.replyTo() != null) {
                text.setJMSReplyTo(Destinations.destination(request.replyTo()));
            }
        }
    }

    /** How long it may be on its way; for ever if nothing is too late for it. */
    private long timeToLive(Outgoing message) {
        Outgoing.Request request = message.request();
        return request == null
                ? Message.DEFAULT_TIME_TO_LIVE
                : Math.max(1, request.expiresAt().toEpochMilli() - System.currentTimeMillis());
    }

    /** A request that can be answered is sent again, and its requester told in the end; whatever else cannot be delivered is kept. */
    private void parkOrLeave(TextMessage text, Address to, Outgoing message) {
        Outgoing.Request request = message.request();
        if (request == null || request.replyTo() == null) {
            parkAnswer(text, to);
        } else {
            LOG.log(Level.WARNING, "{0} did not go out: there is no {1}", message.messageId(), to);
        }
    }

    /** A requester that is gone must not keep others from being answered; its answer stays in the journal, and here. */
    private void parkAnswer(TextMessage answer, Address to) {
        try {
            answer.setStringProperty(Headers.REASON, "reply-address-gone: " + to + " is not there any more.");
            answer.setStringProperty(Headers.PARKED_FROM, to.toString());
            LOG.log(
                    Level.WARNING,
                    "Parked the answer {0}: {1} is not there any more",
                    answer.getStringProperty(Headers.MESSAGE_ID),
                    to);
            context.createProducer().send(queues.dead(), answer);
        } catch (JMSException e) {
            throw unchecked(e);
        }
    }

    @Override
    public void work(Lane lane, Work work) {
        JMSProducer producer = context.createProducer().setJMSType(work.operation());
        producer.setProperty(Headers.CONVERSATION_ID, work.conversationId());
        producer.setProperty(LOOKS, work.looks());
        producer.setDeliveryDelay(work.delay().toMillis());
        if (work.turn() > 0) {
            producer.setProperty(Headers.TURN, work.turn());
        }
        if (work.group() != null) {
            producer.setProperty("JMSXGroupID", work.group());
        }
        producer.send(queues.of(lane), work.conversationId());
    }

    @Override
    public void park(Conversation conversation, String body, Problem reason) {
        TextMessage text = context.createTextMessage(body);
        try {
            text.setJMSType(conversation.operation());
            text.setJMSCorrelationID(conversation.correlationId());
            text.setStringProperty(Headers.MESSAGE_ID, conversation.messageId());
            text.setStringProperty(Headers.CONVERSATION_ID, conversation.id());
            MessageExchangePattern exchange = conversation.exchange();
            text.setStringProperty(Headers.EXCHANGE, exchange.label());
            text.setStringProperty("Sender", conversation.sender());
            giveReason(text, reason, Queues.REQUESTS);
            LOG.log(Level.WARNING, "Parked conversation {0}: {1}", conversation.id(), oneLine(reason));
            context.createProducer().send(queues.dead(), text);
        } catch (JMSException e) {
            throw unchecked(e);
        }
    }

    /** Puts a message back into its queue as it came, to be delivered after a while. */
    void later(Message message, Queue queue, int looks) {
        try {
            copyProperties(message);
            message.setIntProperty(LOOKS, looks);
            Duration delay = Work.delay(looks);
            context.createProducer().setDeliveryDelay(delay.toMillis()).send(queue, message);
        } catch (JMSException e) {
            throw unchecked(e);
        }
    }

    /** Parks a message as it came, whatever its type: nothing but properties is added. */
    void park(Message message, String from, Problem reason) {
        try {
            copyProperties(message);
            giveReason(message, reason, from);
            LOG.log(Level.WARNING, "Parked message {0} from {1}: {2}", oneLine(message), from, oneLine(reason));
            context.createProducer().send(queues.dead(), message);
        } catch (JMSException e) {
            throw unchecked(e);
        }
    }

    /** A message that was received can be changed only after that. */
    private static void copyProperties(Message message) throws JMSException {
        Map<String, Object> properties = properties(message);
        message.clearProperties();
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            message.setObjectProperty(property.getKey(), property.getValue());
        }
    }

    private static void giveReason(Message message, Problem reason, String from) throws JMSException {
        message.setStringProperty(Headers.REASON, oneLine(reason));
        message.setStringProperty(Headers.PARKED_FROM, from);
    }

    /** What a sender wrote must not look like another line of a log. */
    private static String oneLine(Problem reason) {
        return CONTROL.matcher(reason.name() + ": " + reason.detail()).replaceAll(" ");
    }

    private static String oneLine(Message message) throws JMSException {
        return CONTROL.matcher(String.valueOf(message.getJMSMessageID())).replaceAll(" ");
    }

    /** The properties that can be set again: the broker's own and the provider's are not ours to copy. */
    private static Map<String, Object> properties(Message message) throws JMSException {
        Map<String, Object> properties = new HashMap<>();
        Enumeration<?> names = message.getPropertyNames();
        while (names.hasMoreElements()) {
            String name = (String) names.nextElement();
            if (!name.startsWith("JMSX") && !name.startsWith("JMS_") && !name.startsWith("_AMQ")) {
                properties.put(name, message.getObjectProperty(name));
            }
        }
        return properties;
    }

    private static JMSRuntimeException unchecked(JMSException e) {
        return new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
    }

    @Override
    public void close() {
        context.close();
    }
}
