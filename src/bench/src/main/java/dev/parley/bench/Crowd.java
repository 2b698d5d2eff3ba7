package dev.parley.bench;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Who begins very many instances of a process, has something done with all of them, and waits for their answers. */
final class Crowd implements AutoCloseable {

    private static final int TOGETHER = 5_000;
    private static final long PATIENCE_MINUTES = 15;
    private static final String REPLIES = "reply.alice.crowd";

    /** Of very many commands, so that others' requests, which have 4, go before them. */
    private static final int LOW = 1;

    private final ActiveMQConnectionFactory factory;
    private final JMSContext sending;
    private final JMSContext receiving;
    private volatile CountDownLatch missing = new CountDownLatch(0);

    Crowd(Server server) {
        factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + server.messagingPort());
        receiving = factory.createContext(Server.USER, server.password(), JMSContext.DUPS_OK_ACKNOWLEDGE);
        sending = factory.createContext(Server.USER, server.password(), JMSContext.SESSION_TRANSACTED);
        receiving.createConsumer(receiving.createQueue(REPLIES)).setMessageListener(answer -> missing.countDown());
    }

    /** Says how many answers there will be from now on. */
    void expect(int answers) {
        missing = new CountDownLatch(answers);
    }

    /** Begins an instance for each id, some thousands in a transaction; each is answered when it has ended. */
    void begin(String process, List<String> ids, String body) throws JMSException {
        for (int from = 0; from < ids.size(); from += TOGETHER) {
            send(
                    process,
                    ids.subList(from, Math.min(ids.size(), from + TOGETHER)),
                    body,
                    REPLIES,
                    Message.DEFAULT_PRIORITY);
        }
    }

    /** Gives all of them a command at once: in one transaction, behind what others ask for. */
    void command(List<String> ids, String command) throws JMSException {
        send("parley.command", ids, command, "", LOW);
    }

    private void send(String operation, List<String> ids, String body, String replyTo, int priority)
            throws JMSException {
        Queue requests = sending.createQueue("parley.requests");
        JMSProducer producer = sending.createProducer().setPriority(priority);
        for (String id : ids) {
            Message message = sending.createTextMessage(body);
            message.setJMSType(operation);
            message.setStringProperty("ConversationId", id);
            if (!replyTo.isEmpty()) {
                message.setJMSReplyTo(sending.createQueue(replyTo));
            }
            producer.send(requests, message);
        }
        sending.commit();
    }

    /** Waits until as many have been answered as were expected. */
    void awaitAnswers() throws InterruptedException {
        if (!missing.await(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            throw new IllegalStateException(missing.getCount() + " answers are missing");
        }
    }

    @Override
    public void close() {
        sending.close();
        receiving.close();
        factory.close();
    }
}
