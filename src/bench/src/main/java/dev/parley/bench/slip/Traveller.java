package dev.parley.bench.slip;

import dev.parley.bench.Server;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Sends slips to a side, and waits until they have been everywhere. */
final class Traveller implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    private final ActiveMQConnectionFactory factory;
    private final JMSContext sending;
    private final JMSContext receiving;
    private volatile SlipSide side = SlipSide.PARLEY;
    private volatile CountDownLatch missing = new CountDownLatch(0);
    private volatile String odd = "";

    Traveller(Server server) {
        factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + server.messagingPort());
        receiving = factory.createContext(Server.USER, server.password(), JMSContext.DUPS_OK_ACKNOWLEDGE);
        sending = factory.createContext(Server.USER, server.password(), JMSContext.SESSION_TRANSACTED);
        for (SlipSide each : SlipSide.values()) {
            receiving.createConsumer(receiving.createQueue(each.end())).setMessageListener(this::arrived);
        }
    }

    private void arrived(Message message) {
        try {
            if (!side.isEnd(message)) {
                odd = message.getBody(String.class);
            }
        } catch (JMSException e) {
            odd = e.toString();
        }
        missing.countDown();
    }

    /**
     * Lets a side find so many slips at once: all are sent in one transaction. Answers how many nanoseconds went by
     * from its commit until the last one had been everywhere.
     */
    long travel(SlipSide which, int count) throws JMSException, InterruptedException {
        side = which;
        missing = new CountDownLatch(count);
        Queue queue = sending.createQueue(which.queue());
        JMSProducer producer = sending.createProducer();
        for (int i = 0; i < count; i++) {
            Message message = sending.createTextMessage(which.body());
            which.describe(sending, message);
            producer.send(queue, message);
        }
        long begin = System.nanoTime();
        sending.commit();
        boolean all = missing.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        long took = System.nanoTime() - begin;
        if (!all || !odd.isEmpty()) {
            throw new IllegalStateException(which + ": " + missing.getCount() + " slips are missing " + odd);
        }
        return took;
    }

    @Override
    public void close() {
        sending.close();
        receiving.close();
        factory.close();
    }
}
