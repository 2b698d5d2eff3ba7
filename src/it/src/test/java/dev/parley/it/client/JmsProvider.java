package dev.parley.it.client;

import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;

/** A provider with a queue of its own. Like a JMSContext, it belongs to one thread. */
public final class JmsProvider implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AutoCloseable factory;
    private final JMSContext context;
    private final String queue;
    private final JMSConsumer consumer;

    /** Over Artemis Core. */
    public JmsProvider(ParleyServer server, String queue) {
        this(server, queue, JmsParticipant.coreFactory(server));
    }

    private JmsProvider(ParleyServer server, String queue, ActiveMQConnectionFactory connections) {
        this(server, queue, connections, connections, "");
    }

    private JmsProvider(
            ParleyServer server, String queue, ConnectionFactory connections, AutoCloseable factory, String prefix) {
        this.queue = queue;
        this.factory = factory;
        context = connections.createContext(server.paul().name(), server.paul().password());
        consumer = context.createConsumer(context.createQueue(prefix + queue));
    }

    /** Over AMQP 1.0, where a queue's name is the broker's address. */
    public static JmsProvider amqp(ParleyServer server, String queue) {
        var connections = new JmsConnectionFactory("amqp://127.0.0.1:" + server.messagingPort());
        return new JmsProvider(server, queue, connections, () -> {}, ServerNames.QUEUE_PREFIX);
    }

    /** Its queue's name. */
    public String queue() {
        return queue;
    }

    /** The next request, which must come. */
    public Asked next() {
        return next(PATIENCE);
    }

    /** The next request, which must come within this time. */
    public Asked next(Duration patience) {
        return poll(patience).orElseThrow(() -> new AssertionError("No request came to " + queue));
    }

    /** The next request, if one comes within this time. */
    public Optional<Asked> poll(Duration patience) {
        Message message = consumer.receive(patience.toMillis());
        return Optional.ofNullable(message).map(Asked::of);
    }

    public void reply(Asked request, String body) {
        answer(request, "Reply", body);
    }

    /** Replies in that trace. */
    public void replyIn(String traceParent, Asked request, String body) {
        producer(String.valueOf(request.correlationId()))
                .setProperty("Kind", "Reply")
                .setProperty("traceparent", traceParent)
                .send(request.replyTo(), body);
    }

    /** Replies in the group of the request. */
    public void replyInGroup(Asked request, String body) {
        producer(String.valueOf(request.correlationId()))
                .setProperty("Kind", "Reply")
                .setProperty("JMSXGroupID", request.group())
                .send(request.replyTo(), body);
    }

    public void fault(Asked request, String body) {
        answer(request, "Fault", body);
    }

    public void acknowledge(Asked request) {
        answer(request, "Ack", "{}");
    }

    private void answer(Asked request, String kind, String body) {
        producer(String.valueOf(request.correlationId()))
                .setProperty("Kind", kind)
                .send(request.replyTo(), body);
    }

    /** Sends to {@code parley.replies} what nobody asked for. */
    public void send(String correlationId, String body) {
        producer(correlationId).send(context.createQueue(ServerNames.REPLIES), body);
    }

    /** Answers with something that is no text. */
    public void sendMap(Asked request) {
        try {
            var map = context.createMapMessage();
            map.setString("no", "JSON");
            producer(String.valueOf(request.correlationId())).send(request.replyTo(), map);
        } catch (JMSException e) {
            throw new AssertionError(e);
        }
    }

    private JMSProducer producer(String correlationId) {
        return context.createProducer().setJMSCorrelationID(correlationId);
    }

    @Override
    public void close() {
        context.close();
        try {
            factory.close();
        } catch (Exception e) {
            throw new AssertionError("The connections were not closed", e);
        }
    }
}
