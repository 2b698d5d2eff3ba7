package dev.parley.it.security;

import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static dev.parley.it.server.ServerNames.QUEUE_PREFIX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.StompParticipant;
import dev.parley.it.server.OnSharedServer;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import dev.parley.it.server.User;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.JMSSecurityRuntimeException;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who knows the name of a queue may still not read it, take its name, or take it away. */
@OnSharedServer
class QueueIsSomebodyElsesIT {

    private final ParleyServer server;
    private final ActiveMQConnectionFactory factory;
    private final JMSContext alice;
    private final JMSContext bob;
    private final String hers = freshReplyQueue("alice");

    QueueIsSomebodyElsesIT(ParleyServer server) {
        this.server = server;
        factory = JmsParticipant.coreFactory(server);
        alice = as(server.alice());
        bob = as(server.bob());
        alice.createConsumer(alice.createQueue(hers)).close();
    }

    private JMSContext as(User user) {
        return factory.createContext(user.name(), user.password());
    }

    @AfterEach
    void disconnect() {
        alice.close();
        bob.close();
        factory.close();
    }

    @Test
    void isNotReadOverCore() {
        assertThatItIsRefused(() -> bob.createConsumer(bob.createQueue(hers)));
        assertThatItIsRefused(() -> browse(bob, bob.createQueue(hers)));
    }

    private static List<?> browse(JMSContext context, Queue queue) {
        try (var browser = context.createBrowser(queue)) {
            Enumeration<?> messages = browser.getEnumeration();
            return Collections.list(messages);
        } catch (JMSException e) {
            throw new JMSSecurityRuntimeException(e.getMessage());
        }
    }

    @Test
    void isNotReadOverAmqp() {
        JmsConnectionFactory amqp = new JmsConnectionFactory("amqp://127.0.0.1:" + server.messagingPort());
        try (JMSContext bobs =
                amqp.createContext(server.bob().name(), server.bob().password())) {
            assertThatExceptionOfType(JMSRuntimeException.class)
                    .isThrownBy(() -> bobs.createConsumer(bobs.createQueue(QUEUE_PREFIX + hers)))
                    .withMessageContaining("is not yours");
            assertThatExceptionOfType(JMSRuntimeException.class)
                    .isThrownBy(() -> bobs.createConsumer(bobs.createQueue(QUEUE_PREFIX + freshReplyQueue("alice"))))
                    .withMessageContaining("is not yours");
        }
    }

    @Test
    void isNotReadOverStomp() throws IOException {
        try (StompParticipant bobs = new StompParticipant(server, server.bob())) {
            bobs.subscribeInVain(QUEUE_PREFIX + hers);
        }
        try (StompParticipant bobs = new StompParticipant(server, server.bob())) {
            assertThat(bobs.subscribeInVain(QUEUE_PREFIX + freshReplyQueue("alice"))
                            .toString())
                    .contains("is not yours");
        }
    }

    @Test
    void isNotMadeInHerName() {
        assertThatItIsRefused(() -> bob.createConsumer(bob.createQueue(freshReplyQueue("alice"))));
        assertThatItIsRefused(() -> bob.createConsumer(bob.createQueue("reply.alice")));
        assertThatItIsRefused(() -> bob.createConsumer(bob.createQueue("reply.nobody")));
        assertThatNoException().isThrownBy(() -> bob.createConsumer(bob.createQueue("reply.bob")));
    }

    @Test
    void isNotTakenAway() throws Exception {
        try (ClientSession bobs = session(server.bob());
                ClientSession alices = session(server.alice())) {
            assertThatExceptionOfType(ActiveMQException.class)
                    .isThrownBy(() -> bobs.deleteQueue(QUEUE_PREFIX + hers))
                    .withMessageContaining("is not yours");

            alices.deleteQueue(QUEUE_PREFIX + hers);
        }
    }

    @Test
    void isATemporaryOne() {
        Queue temporary = alice.createTemporaryQueue();
        try (ClientSession bobs = session(server.bob())) {
            String name = temporary.getQueueName();
            assertThatItIsRefused(() -> bob.createConsumer(bob.createQueue(name)));
            assertThatExceptionOfType(ActiveMQException.class)
                    .isThrownBy(() -> bobs.createConsumer(name))
                    .withMessageContaining("is not yours");
            assertThatExceptionOfType(ActiveMQException.class)
                    .isThrownBy(() -> bobs.deleteQueue(name))
                    .withMessageContaining("is not yours");
            assertThatExceptionOfType(ActiveMQException.class)
                    .isThrownBy(() -> bobs.createQueue(QueueConfiguration.of(fresh("beside"))
                            .setAddress(name)
                            .setDurable(false)
                            .setRoutingType(RoutingType.ANYCAST)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void isATemporaryOneOfAmqp() throws JMSException {
        JmsConnectionFactory amqp = new JmsConnectionFactory("amqp://127.0.0.1:" + server.messagingPort());
        try (JMSContext alices =
                amqp.createContext(server.alice().name(), server.alice().password())) {
            String name = alices.createTemporaryQueue().getQueueName();

            assertThatItIsRefused(() -> bob.createConsumer(bob.createQueue(name)));
            try (JMSContext bobs =
                    amqp.createContext(server.bob().name(), server.bob().password())) {
                assertThatExceptionOfType(JMSRuntimeException.class)
                        .isThrownBy(() -> bobs.createConsumer(bobs.createQueue(name)));
            }
        }
    }

    @Test
    void isATemporaryOneOverStomp() throws IOException, JMSException {
        String name = ((ActiveMQDestination) alice.createTemporaryQueue()).getAddress();
        try (StompParticipant bobs = new StompParticipant(server, server.bob())) {
            assertThat(bobs.subscribeInVain(name).command()).isEqualTo("ERROR");
        }
        try (StompParticipant bobs = new StompParticipant(server, server.bob())) {
            assertThat(bobs.sends(name, Map.of(), "{}")).isFalse();
        }
    }

    /** What it tells of who comes and goes, and what it is managed by. */
    @Test
    void isTheBrokersOwn() throws Exception {
        try (ClientSession bobs = session(server.bob());
                ClientProducer commands = bobs.createProducer("activemq.management")) {
            assertThatExceptionOfType(ActiveMQSecurityException.class)
                    .isThrownBy(() -> bobs.createQueue(QueueConfiguration.of("activemq.notifications")
                            .setDurable(false)
                            .setRoutingType(RoutingType.MULTICAST)));
            assertThatExceptionOfType(ActiveMQSecurityException.class)
                    .isThrownBy(() -> commands.send(bobs.createMessage(true)));
        }
    }

    @Test
    void isAnotherProviders() {
        try (JMSContext paul = as(server.paul())) {
            assertThatItIsRefused(() -> paul.createConsumer(paul.createQueue("provider.petra." + fresh("q"))));
            assertThatItIsRefused(() -> paul.createConsumer(paul.createQueue("provider.couriers")));
            assertThatNoException()
                    .isThrownBy(() -> paul.createConsumer(paul.createQueue("provider.paul." + fresh("q"))));
        }
    }

    @Test
    void isAnotherProvidersOverAmqp() {
        JmsConnectionFactory amqp = new JmsConnectionFactory("amqp://127.0.0.1:" + server.messagingPort());
        for (String queue : List.of("provider.petra." + fresh("q"), "provider.couriers", hers)) {
            try (JMSContext pauls =
                    amqp.createContext(server.paul().name(), server.paul().password())) {
                Queue others = pauls.createQueue(QUEUE_PREFIX + queue);
                assertThatExceptionOfType(JMSRuntimeException.class).isThrownBy(() -> pauls.createConsumer(others));
                assertThatExceptionOfType(JMSRuntimeException.class).isThrownBy(() -> browse(pauls, others));
            }
        }
    }

    @Test
    void isAnotherProvidersOverStomp() throws IOException {
        for (String queue : List.of("provider.petra." + fresh("q"), "provider.couriers", hers)) {
            try (StompParticipant pauls = new StompParticipant(server, server.paul())) {
                assertThat(pauls.subscribeInVain(QUEUE_PREFIX + queue).command())
                        .isEqualTo("ERROR");
            }
        }
    }

    @Test
    void isThereForAnOperator() {
        try (JMSContext olga = as(server.olga())) {
            olga.createProducer().send(olga.createQueue(hers), "{}");

            assertThat(browse(olga, olga.createQueue(hers))).hasSize(1);
        }
    }

    /** By a name that is an address and a queue at once. */
    @ParameterizedTest
    @ValueSource(
            strings = {"jms.queue.provider.victim", "jms.queue.reply.alice.victim", "jms.queue.parley.other", "other"})
    void isNotForestalled(String victim) throws Exception {
        String own = QUEUE_PREFIX + "reply.bob";
        try (ClientSession bobs = session(server.bob())) {
            assertThatExceptionOfType(ActiveMQException.class)
                    .isThrownBy(() -> bobs.createQueue(
                            QueueConfiguration.of(victim).setAddress(own).setRoutingType(RoutingType.ANYCAST)))
                    .withMessageContaining("A queue has the name of its address");
        }
        assertThatItIsRefused(() -> bob.createConsumer(bob.createQueue("reply.bob::" + victim)));
        try (StompParticipant bobs = new StompParticipant(server, server.bob())) {
            assertThat(bobs.subscribeInVain(own + "::" + victim).command()).isEqualTo("ERROR");
        }
        JmsConnectionFactory amqp = new JmsConnectionFactory("amqp://127.0.0.1:" + server.messagingPort());
        try (JMSContext bobs =
                amqp.createContext(server.bob().name(), server.bob().password())) {
            assertThatExceptionOfType(JMSRuntimeException.class)
                    .isThrownBy(() -> bobs.createConsumer(bobs.createQueue(own + "::" + victim)));
        }
    }

    /** Her queue would be there, and nothing could come to it. */
    @Test
    void isNotMadeATopic() throws Exception {
        String address = QUEUE_PREFIX + freshReplyQueue("alice");
        try (ClientSession bobs = session(server.bob())) {
            assertThatExceptionOfType(ActiveMQException.class)
                    .isThrownBy(() -> bobs.createAddress(SimpleString.of(address), RoutingType.MULTICAST, false));
        }
        try (StompParticipant bobs = new StompParticipant(server, server.bob())) {
            String own = QUEUE_PREFIX + freshReplyQueue("bob");
            bobs.write("SUBSCRIBE", Map.of("id", "1", "destination", own, "subscription-type", "MULTICAST"), "");
            assertThat(bobs.expect("ERROR").toString()).contains("subscription-type");
        }
    }

    /** It would be nowhere, and nobody told. */
    @Test
    void isNotSentToPastItsAddress() throws IOException {
        String past = QUEUE_PREFIX + ServerNames.REQUESTS + "::" + QUEUE_PREFIX + ServerNames.REPLIES;
        try (StompParticipant bobs = new StompParticipant(server, server.bob())) {
            assertThat(bobs.sends(past, Map.of(), "{}")).isFalse();
        }
        String ofJms = past.substring(QUEUE_PREFIX.length());
        assertThatExceptionOfType(JMSRuntimeException.class)
                .isThrownBy(() -> bob.createProducer().send(bob.createQueue(ofJms), "{}"));
        JmsConnectionFactory amqp = new JmsConnectionFactory("amqp://127.0.0.1:" + server.messagingPort());
        try (JMSContext bobs =
                amqp.createContext(server.bob().name(), server.bob().password())) {
            assertThatExceptionOfType(JMSRuntimeException.class)
                    .isThrownBy(() -> bobs.createProducer().send(bobs.createQueue(past), "{}"));
        }
    }

    /** Whoever has made the queue of that name elsewhere; here an operator, who may. */
    @Test
    void hasRequestsThatAreNotLost() throws Exception {
        String name = "provider." + fresh("victim");
        String operation = fresh("quote");
        String item = fresh("item");
        try (ClientSession olgas = session(server.olga())) {
            olgas.createQueue(QueueConfiguration.of(QUEUE_PREFIX + name)
                    .setAddress(QUEUE_PREFIX + "reply.olga")
                    .setRoutingType(RoutingType.ANYCAST));
            HttpParticipant http = new HttpParticipant(server, server.olga());
            http.operation(operation)
                    .put("{\"provider\":{\"queue\":\"" + name + "\"}}")
                    .send();

            new HttpParticipant(server, server.alice())
                    .operation(operation)
                    .query("exchange", "in-only")
                    .body("{\"item\":\"" + item + "\"}")
                    .send();

            assertThat(reasonOf(item)).isEqualTo("There is no queue at " + QUEUE_PREFIX + name);
            olgas.deleteQueue(QUEUE_PREFIX + name);
        }
    }

    private String reasonOf(String text) {
        try (JMSContext olga = as(server.olga())) {
            return await(text + " in " + ServerNames.DEAD)
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> reasonsOf(text, olga), reasons -> !reasons.isEmpty())
                    .get(0);
        }
    }

    private static List<String> reasonsOf(String text, JMSContext olga) throws JMSException {
        List<String> reasons = new ArrayList<>();
        for (Object each : browse(olga, olga.createQueue(ServerNames.DEAD))) {
            if (each instanceof TextMessage message
                    && String.valueOf(message.getText()).contains(text)) {
                reasons.add(String.valueOf(message.getStringProperty("Reason")));
            }
        }
        return reasons;
    }

    private ClientSession session(User user) throws Exception {
        return factory.getServerLocator()
                .createSessionFactory()
                .createSession(user.name(), user.password(), false, true, true, false, 0);
    }

    private static void assertThatItIsRefused(ThrowingCallable what) {
        assertThatExceptionOfType(JMSSecurityRuntimeException.class).isThrownBy(what);
    }
}
