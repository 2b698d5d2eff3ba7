package dev.parley.bench;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * A trivial provider, the same for both sides: whatever is asked in a queue it answers at once. It receives and answers
 * in transactions, several requests in one if they are there already.
 */
final class Provider implements AutoCloseable {

    private static final int SESSIONS = 4;
    private static final int BATCH = 50;
    private static final long PAUSE_MILLIS = 500;
    private static final String REPLY = "{\"status\":\"done\"}";

    private final ActiveMQConnectionFactory factory;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();

    Provider(Side side, Server server) {
        factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + server.messagingPort());
        for (int i = 0; i < SESSIONS; i++) {
            Session session = new Session(factory, server.password(), side.provider());
            Thread thread = new Thread(session::serve, "provider of " + side);
            // If it fails, replies are missing, and the run ends with that.
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    /** One of its sessions, which belongs to a thread. */
    private final class Session {

        private final ConnectionFactory connections;
        private final String password;
        private final String queue;
        private @Nullable Destination lastReplyTo;

        Session(ConnectionFactory connections, String password, String queue) {
            this.connections = connections;
            this.password = password;
            this.queue = queue;
        }

        void serve() {
            try (JMSContext context =
                            connections.createContext(Server.PROVIDER, password, JMSContext.SESSION_TRANSACTED);
                    JMSConsumer requests = context.createConsumer(context.createQueue(queue))) {
                JMSProducer replies = context.createProducer().setProperty("Kind", "Reply");
                while (!closed.get()) {
                    Message first = requests.receive(PAUSE_MILLIS);
                    if (first != null) {
                        answer(first, requests, replies);
                        context.commit();
                    }
                }
            } catch (JMSException e) {
                throw new IllegalStateException(e);
            }
        }

        private void answer(Message first, JMSConsumer requests, JMSProducer replies) throws JMSException {
            answer(first, replies);
            for (int i = 1; i < BATCH; i++) {
                Message next = requests.receiveNoWait();
                if (next == null) {
                    return;
                }
                answer(next, replies);
            }
        }

        private void answer(Message request, JMSProducer replies) throws JMSException {
            Destination replyTo = request.getJMSReplyTo();
            Destination known = lastReplyTo;
            // The client asks the broker about each object that it has not sent to before.
            Destination same = known != null && known.equals(replyTo) ? known : replyTo;
            lastReplyTo = same;
            replies.setJMSCorrelationID(request.getJMSCorrelationID());
            replies.send(same, REPLY);
        }
    }

    @Override
    public void close() {
        closed.set(true);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        factory.close();
    }
}
