package dev.parley.bench;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TemporaryQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Sends requests to one side and takes its replies. */
final class JmsRequester implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    private final Job job;
    private final Side side;
    private final ActiveMQConnectionFactory factory;
    private final JMSContext sending;
    private final JMSContext receiving;
    private final JMSContext asking;
    private final TemporaryQueue replies;
    private final Queue requests;
    private volatile CountDownLatch missing = new CountDownLatch(0);
    private volatile String oddAnswer = "";
    private int asked;

    JmsRequester(Job job, Side side, Server server) {
        this.job = job;
        this.side = side;
        factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + server.messagingPort());
        receiving = factory.createContext(Server.USER, server.password(), JMSContext.DUPS_OK_ACKNOWLEDGE);
        sending = factory.createContext(Server.USER, server.password(), JMSContext.SESSION_TRANSACTED);
        asking = factory.createContext(Server.USER, server.password(), JMSContext.AUTO_ACKNOWLEDGE);
        replies = receiving.createTemporaryQueue();
        requests = receiving.createQueue(job.requests(side));
        receiving.createConsumer(replies).setMessageListener(this::replied);
    }

    private void replied(Message reply) {
        try {
            check(reply);
        } catch (JMSException e) {
            oddAnswer = e.toString();
        }
        missing.countDown();
    }

    private void check(Message reply) throws JMSException {
        if (!"Reply".equals(reply.getStringProperty("Kind")) && !job.mayFail()) {
            oddAnswer = reply.getBody(String.class);
        }
    }

    /**
     * Lets the side find so many requests in its queue at once: all are sent in one transaction. Answers how many
     * nanoseconds went by from its commit until the last reply had come.
     */
    long drain(int count) throws JMSException, InterruptedException {
        missing = new CountDownLatch(count);
        JMSProducer producer = sending.createProducer();
        for (int i = 0; i < count; i++) {
            producer.send(requests, request(sending, replies));
        }
        // A round trip behind what was sent: the broker has it all.
        sending.createQueue(job.requests(side));
        long begin = System.nanoTime();
        sending.commit();
        boolean all = missing.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        long took = System.nanoTime() - begin;
        if (!all || !oddAnswer.isEmpty()) {
            throw new IllegalStateException(side + ": " + missing.getCount() + " replies are missing " + oddAnswer);
        }
        return took;
    }

    /** Asks one by one for so long, each after the reply to the one before. */
    Latencies ask(long nanos) throws JMSException {
        Latencies latencies = new Latencies();
        TemporaryQueue own = asking.createTemporaryQueue();
        try (JMSConsumer consumer = asking.createConsumer(own)) {
            JMSProducer producer = asking.createProducer();
            long begin = System.nanoTime();
            long now = begin;
            while (now - begin < nanos) {
                Message request = request(asking, own);
                long sent = System.nanoTime();
                producer.send(requests, request);
                Message reply = consumer.receive(PATIENCE_SECONDS * 1000);
                now = System.nanoTime();
                if (reply == null) {
                    throw new IllegalStateException(side + ": a reply is missing");
                }
                check(reply);
                latencies.add(now - sent);
            }
        }
        own.delete();
        return latencies;
    }

    private Message request(JMSContext context, Queue replyTo) throws JMSException {
        Message request = context.createTextMessage(job.body(asked++));
        request.setJMSReplyTo(replyTo);
        job.describe(request, side);
        return request;
    }

    @Override
    public void close() {
        asking.close();
        sending.close();
        receiving.close();
        factory.close();
    }
}
