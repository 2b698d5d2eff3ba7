package dev.parley.it.topic;

import static dev.parley.it.client.Samples.freshReplyQueue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.AmqpParticipant;
import dev.parley.it.client.Json;
import dev.parley.it.client.Topic;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.message.Message;
import org.junit.jupiter.api.Test;

/** Publisher and subscriber that know AMQP 1.0 and CloudEvents, and nothing of JMS. */
class ClientsSpeakPlainAmqpIT extends TopicTest {

    ClientsSpeakPlainAmqpIT(ParleyServer server) {
        super(server);
    }

    private static Message event(String topic, String id, String prefix) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "Topic",
                topic,
                prefix + "specversion",
                "1.0",
                prefix + "id",
                id,
                prefix + "source",
                "/shop",
                prefix + "type",
                "order.placed",
                prefix + "subject",
                "4711"));
        Message event = Proton.message();
        event.setDurable(true);
        event.setContentType("application/json");
        event.setApplicationProperties(new ApplicationProperties(properties));
        event.setBody(new Data(new Binary("{\"total\":3}".getBytes(StandardCharsets.UTF_8))));
        return event;
    }

    private static Message structured(String topic, String id) {
        Message event = Proton.message();
        event.setDurable(true);
        event.setContentType("application/cloudevents+json; charset=UTF-8");
        event.setApplicationProperties(new ApplicationProperties(Map.of("Topic", topic)));
        String text = "{\"specversion\":\"1.0\",\"id\":\"" + id
                + "\",\"source\":\"/shop\",\"type\":\"order.placed\",\"data\":{\"total\":3}}";
        event.setBody(new Data(new Binary(text.getBytes(StandardCharsets.UTF_8))));
        return event;
    }

    private static void send(AmqpParticipant client, Message event) throws IOException {
        assertThat(client.send(ServerNames.QUEUE_PREFIX + ServerNames.EVENTS, event))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void eventsWithAttributesOfTheirBinding() throws IOException {
        open();
        String queue = freshReplyQueue("alice");
        AmqpParticipant client = new AmqpParticipant(server, server.alice());
        try {
            Receiver receiver = client.receiver(ServerNames.QUEUE_PREFIX + queue, "queue");
            topic.subscribe("all", "to", "queue:" + queue);

            send(client, event(topic.name(), "order-1", "cloudEvents:"));
            send(client, event(topic.name(), "order-2", "cloudEvents_"));

            Message came = client.receive(receiver);
            assertThat(came.getApplicationProperties().getValue())
                    .containsEntry("cloudEvents_id", "order-1")
                    .containsEntry("cloudEvents_specversion", "1.0")
                    .containsEntry("cloudEvents_source", "/shop")
                    .containsEntry("cloudEvents_type", "order.placed")
                    .containsEntry("cloudEvents_subject", "4711")
                    .containsEntry("Topic", topic.name());
            assertThat(Json.parse(AmqpParticipant.text(came)).path("total").asInt())
                    .isEqualTo(3);
            topic.await("all", view -> view.path("sequence").asInt() == 2);
            assertThat(client.receive(receiver).getApplicationProperties().getValue())
                    .containsEntry("cloudEvents_id", "order-2");
            send(client, structured(topic.name(), "order-3"));
            assertThat(client.receive(receiver).getApplicationProperties().getValue())
                    .containsEntry("cloudEvents_id", "order-3")
                    .containsEntry("cloudEvents_source", "/shop");
            Topic.published(topic.events()
                    .header("ce-id", "order-4")
                    .header("ce-specversion", "1.0")
                    .header("ce-source", "/shop")
                    .header("ce-type", "order.placed")
                    .header("ce-time", "2026-01-31T12:00:00Z")
                    .header("ce-tenant", "eu")
                    .body("{\"total\":4}"));
            assertThat(client.receive(receiver).getApplicationProperties().getValue())
                    .as("what came over HTTP")
                    .containsEntry("cloudEvents_id", "order-4")
                    .containsEntry("cloudEvents_time", "2026-01-31T12:00:00Z")
                    .containsEntry("cloudEvents_tenant", "eu");
        } finally {
            client.close();
        }
    }
}
