package dev.parley.bench.topic;

import dev.parley.bench.Latencies;
import dev.parley.bench.Server;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * Gatherings of five providers outside with a quorum of three, one after the other: how long after the third begins to
 * commit its reply the requester has the end. Both clocks are this one's. It is more than Parley takes: the commit of
 * the reply at the broker and the delivery of the end are in it.
 */
final class Endings implements AutoCloseable {

    private static final String OPERATION = "bench-offers-outside";
    private static final int PROVIDERS = 5;
    private static final int QUORUM = 3;
    private static final long PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(60);
    private static final String ORDER =
            "{\"to\":{\"operation\":\"" + OPERATION + "\",\"providers\":\"all\"},\"complete\":\"quorum:3\"}";

    private final ActiveMQConnectionFactory factory;
    private final JMSContext asking;
    private final JMSConsumer ends;
    private final JMSContext providing;
    private final List<JMSConsumer> providers = new ArrayList<>();

    Endings(Server server) {
        factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + server.messagingPort());
        asking = factory.createContext(Server.USER, server.password(), JMSContext.AUTO_ACKNOWLEDGE);
        ends = asking.createConsumer(asking.createQueue("reply.alice.endings"));
        providing = factory.createContext(Server.PROVIDER, server.password(), JMSContext.SESSION_TRANSACTED);
        for (int i = 0; i < PROVIDERS; i++) {
            providers.add(providing.createConsumer(providing.createQueue(queue(i))));
        }
    }

    private static String queue(int provider) {
        return "provider.paul.offers-" + provider;
    }

    /** Enters the operation that they serve. */
    static void define(Server server) throws IOException, InterruptedException {
        List<String> queues = new ArrayList<>();
        for (int i = 0; i < PROVIDERS; i++) {
            queues.add("{\"queue\":\"" + queue(i) + "\"}");
        }
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.httpPort() + "/parley/v1/operations/" + OPERATION))
                .header("Authorization", server.basicOfOperator())
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"provider\":[" + String.join(",", queues) + "]}"))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(OPERATION + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    /** How long that took, of all that were asked for in that time. */
    Latencies run(long nanos) throws JMSException {
        Latencies latencies = new Latencies();
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < nanos) {
            latencies.add(one());
        }
        return latencies;
    }

    private long one() throws JMSException {
        Message order = asking.createTextMessage(ORDER);
        order.setJMSType("parley.gather");
        order.setJMSReplyTo(asking.createQueue("reply.alice.endings"));
        asking.createProducer().send(asking.createQueue("parley.requests"), order);
        List<Message> asked = new ArrayList<>();
        for (JMSConsumer provider : providers) {
            asked.add(received(provider));
        }
        for (int i = 0; i < QUORUM - 1; i++) {
            reply(asked.get(i));
            providing.commit();
        }
        reply(asked.get(QUORUM - 1));
        long third = System.nanoTime();
        providing.commit();
        Message end = received(ends);
        long took = System.nanoTime() - third;
        if (!end.getBody(String.class).contains("\"complete\":\"quorum:3\"")) {
            throw new IllegalStateException(end.getBody(String.class));
        }
        for (Message late : asked.subList(QUORUM, PROVIDERS)) {
            reply(late);
        }
        providing.commit();
        return took;
    }

    private static Message received(JMSConsumer consumer) {
        Message message = consumer.receive(PATIENCE_MILLIS);
        if (message == null) {
            throw new IllegalStateException("Nothing came");
        }
        return message;
    }

    private void reply(Message request) throws JMSException {
        providing
                .createProducer()
                .setProperty("Kind", "Reply")
                .setJMSCorrelationID(request.getJMSCorrelationID())
                .send(request.getJMSReplyTo(), "{\"price\":7}");
    }

    @Override
    public void close() {
        asking.close();
        providing.close();
        factory.close();
    }
}
