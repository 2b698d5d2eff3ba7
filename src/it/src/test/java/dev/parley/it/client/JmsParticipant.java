package dev.parley.it.client;

import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import dev.parley.it.server.User;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.TemporaryQueue;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;

/** A participant over JMS with a temporary queue for what answers it. Like a JMSContext, it belongs to one thread. */
public final class JmsParticipant implements AutoCloseable {

    private final AutoCloseable factory;
    private final JMSContext context;
    private final String queuePrefix;
    private final Queue requests;
    private final TemporaryQueue ownQueue;
    private final Replies replies;

    private JmsParticipant(ConnectionFactory connections, AutoCloseable factory, User user, String queuePrefix) {
        this.factory = factory;
        this.queuePrefix = queuePrefix;
        context = connections.createContext(user.name(), user.password());
        requests = context.createQueue(queuePrefix + ServerNames.REQUESTS);
        ownQueue = context.createTemporaryQueue();
        replies = new Replies(context.createConsumer(ownQueue));
    }

    /** Over Artemis Core. */
    public static JmsParticipant core(ParleyServer server, User user) {
        ActiveMQConnectionFactory factory = coreFactory(server);
        return new JmsParticipant(factory, factory, user, "");
    }

    /** Over AMQP 1.0, where a queue's name is the broker's address. */
    public static JmsParticipant amqp(ParleyServer server, User user) {
        return new JmsParticipant(
                new JmsConnectionFactory("amqp://127.0.0.1:" + server.messagingPort()),
                () -> {},
                user,
                ServerNames.QUEUE_PREFIX);
    }

    /** Connections over Artemis Core, for tests that are about less than a participant. */
    public static ActiveMQConnectionFactory coreFactory(ParleyServer server) {
        return new ActiveMQConnectionFactory("tcp://127.0.0.1:" + server.messagingPort());
    }

    /** Sends to an operation, and says which JMSMessageID it became. Returns when the broker has it. */
    public String send(JmsRequest request) {
        return send(request, requests);
    }

    /** Sends to a mailbox. Returns when the broker has it. */
    public void sendMail(String mailbox, JmsRequest mail) {
        send(mail.property("Mailbox", mailbox), context.createQueue(queuePrefix + ServerNames.RELAY));
    }

    /** Asks for a grant of a pool, or says something of one. Returns when the broker has it. */
    public String sayOfResources(JmsRequest message) {
        return send(message, context.createQueue(queuePrefix + ServerNames.RESOURCES));
    }

    /** Publishes to a topic, and says which JMSMessageID it became. Returns when the broker has it. */
    public String publish(String topic, JmsRequest event) {
        return send(event.property("Topic", topic), context.createQueue(queuePrefix + ServerNames.EVENTS));
    }

    /** Orders a slip, or sends what looks like one. Returns when the broker has it. */
    public String sendSlip(JmsRequest message) {
        return send(message, context.createQueue(queuePrefix + ServerNames.SLIPS));
    }

    /** Sends where a message wants its answer. */
    public void answer(Answer message, JmsRequest answer) {
        send(answer, context.createQueue(String.valueOf(message.replyTo())));
    }

    private String send(JmsRequest request, Queue queue) {
        try {
            return request.send(context, queue, ownQueue, queuePrefix);
        } catch (JMSException e) {
            throw new AssertionError("The request was not sent", e);
        }
    }

    /** Sends, and waits for the first answer. */
    public Answer ask(JmsRequest request) {
        send(request);
        return replies.next();
    }

    /** What comes to the temporary queue. */
    public Replies replies() {
        return replies;
    }

    /** What comes to a named queue. */
    public Replies listen(String queue) {
        return new Replies(context.createConsumer(context.createQueue(queuePrefix + queue)));
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
