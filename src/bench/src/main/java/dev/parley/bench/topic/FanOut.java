package dev.parley.bench.topic;

import dev.parley.bench.Server;
import jakarta.jms.Destination;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** One publisher, and many subscribers who are all there; everything is durable. */
final class FanOut implements AutoCloseable {

    /** The topic of Parley, and of the broker. */
    static final String TOPIC = "bench";

    private static final String BODY =
            "{\"customer\":\"Ada\",\"item\":\"lamp\",\"quantity\":2,\"note\":\"" + "x".repeat(400) + "\"}";
    private static final int A_TRANSACTION = 50;
    private static final long PATIENCE_SECONDS = 120;

    private final TopicSide side;
    private final int subscribers;
    private final ActiveMQConnectionFactory factory;
    private final List<JMSContext> contexts = new ArrayList<>();
    private final JMSContext sending;
    private final Destination to;
    private volatile CountDownLatch missing = new CountDownLatch(0);

    FanOut(TopicSide side, int subscribers, Server server) {
        this.side = side;
        this.subscribers = subscribers;
        factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + server.messagingPort());
        sending = factory.createContext(Server.USER, server.password(), JMSContext.SESSION_TRANSACTED);
        to = switch (side) {
            case PARLEY -> sending.createQueue("parley.events");
            case MULTICAST -> sending.createTopic("bench.events");
            case BY_HAND -> sending.createQueue("bench.copied");
        };
        for (int i = 0; i < subscribers; i++) {
            JMSContext context = factory.createContext(Server.USER, server.password(), JMSContext.DUPS_OK_ACKNOWLEDGE);
            contexts.add(context);
            consumer(context, side.subscriber(i)).setMessageListener(message -> missing.countDown());
        }
    }

    private JMSConsumer consumer(JMSContext context, String name) {
        return side == TopicSide.MULTICAST
                ? context.createSharedDurableConsumer(context.createTopic("bench.events"), name)
                : context.createConsumer(context.createQueue(name));
    }

    /** Publishes so many; the nanoseconds until the last subscriber has the last of them. */
    long publish(int count) throws JMSException, InterruptedException {
        missing = new CountDownLatch(count * subscribers);
        JMSProducer producer = sending.createProducer();
        long begin = System.nanoTime();
        for (int i = 1; i <= count; i++) {
            Message event = sending.createTextMessage(BODY);
            event.setJMSType("order.placed");
            event.setStringProperty("Topic", TOPIC);
            producer.send(to, event);
            if (i % A_TRANSACTION == 0 || i == count) {
                sending.commit();
            }
        }
        if (!missing.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(side + ": " + missing.getCount() + " deliveries are missing");
        }
        return System.nanoTime() - begin;
    }

    @Override
    public void close() {
        sending.close();
        contexts.forEach(JMSContext::close);
        factory.close();
    }
}
