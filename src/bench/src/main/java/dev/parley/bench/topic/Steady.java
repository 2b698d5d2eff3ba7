package dev.parley.bench.topic;

import dev.parley.bench.Latencies;
import dev.parley.bench.Server;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A publisher who publishes so many events a second, far from what is possible, and subscribers who are all there. */
final class Steady implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;
    private static final String NUMBER = "{\"n\":";

    private final ActiveMQConnectionFactory factory;
    private final List<JMSContext> contexts = new ArrayList<>();
    private final JMSContext sending;
    private final String topic;
    private final int subscribers;
    private volatile Turn turn = new Turn(0, 1);

    /** The events of one turn: when each was published, who is missing, and when the last one had it. */
    private static final class Turn {

        private final AtomicLongArray published;
        private final AtomicLongArray received;
        private final AtomicIntegerArray missing;
        private final CountDownLatch events;

        Turn(int count, int subscribers) {
            published = new AtomicLongArray(count);
            received = new AtomicLongArray(count);
            missing = new AtomicIntegerArray(count);
            events = new CountDownLatch(count);
            for (int i = 0; i < count; i++) {
                missing.set(i, subscribers);
            }
        }

        void received(int number) {
            if (missing.decrementAndGet(number) == 0) {
                received.set(number, System.nanoTime());
                events.countDown();
            }
        }
    }

    Steady(Server server, String topic, String queues, int subscribers) {
        this.topic = topic;
        this.subscribers = subscribers;
        factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + server.messagingPort());
        sending = factory.createContext(Server.USER, server.password(), JMSContext.AUTO_ACKNOWLEDGE);
        for (int i = 0; i < subscribers; i++) {
            JMSContext context = factory.createContext(Server.USER, server.password(), JMSContext.DUPS_OK_ACKNOWLEDGE);
            contexts.add(context);
            context.createConsumer(context.createQueue(queues + i)).setMessageListener(this::received);
        }
    }

    private void received(Message message) {
        try {
            String body = message.getBody(String.class);
            int end = body.indexOf(',');
            turn.received(Integer.parseInt(body.substring(NUMBER.length(), end)));
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From publishing an event until the last subscriber has it. */
    Latencies run(int perSecond, int seconds) throws JMSException, InterruptedException {
        int count = perSecond * seconds;
        Turn now = new Turn(count, subscribers);
        turn = now;
        JMSProducer producer = sending.createProducer();
        long pause = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long early = begin + i * pause - System.nanoTime();
            if (early > 0) {
                TimeUnit.NANOSECONDS.sleep(early);
            }
            Message event = sending.createTextMessage(NUMBER + i + ",\"note\":\"" + "x".repeat(480) + "\"}");
            event.setJMSType("order.placed");
            event.setStringProperty("Topic", topic);
            now.published.set(i, System.nanoTime());
            producer.send(sending.createQueue("parley.events"), event);
        }
        if (!now.events.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(now.events.getCount() + " events have not come to all");
        }
        Latencies latencies = new Latencies();
        for (int i = 0; i < count; i++) {
            latencies.add(now.received.get(i) - now.published.get(i));
        }
        return latencies;
    }

    @Override
    public void close() {
        sending.close();
        contexts.forEach(JMSContext::close);
        factory.close();
    }
}
