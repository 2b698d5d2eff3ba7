package dev.parley.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.Samples;
import dev.parley.it.server.OnSharedServer;
import dev.parley.it.server.Once;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import dev.parley.it.server.User;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A queue whose name is a wildcard, which may be one's own, must not get a copy of what goes to others. */
@Tag(Once.TAG)
@OnSharedServer
class ParticipantListensInIT {

    private static final long LIMIT = 20_000;

    private final ParleyServer server;

    ParticipantListensInIT(ParleyServer server) {
        this.server = server;
    }

    @Test
    void hearsNothingOnAWildcard() throws JMSException {
        try (ActiveMQConnectionFactory factory = JmsParticipant.coreFactory(server);
                JMSContext alice = as(factory, server.alice());
                JMSConsumer everything = alice.createConsumer(alice.createQueue("reply.alice.#"))) {
            Queue answers = alice.createQueue(Samples.freshReplyQueue("alice"));
            try (JMSConsumer hers = alice.createConsumer(answers)) {
                TextMessage request = alice.createTextMessage(Samples.visit());
                request.setJMSType("count-effects");
                request.setJMSReplyTo(answers);
                alice.createProducer().send(alice.createQueue(ServerNames.REQUESTS), request);

                assertThat(hers.receive(LIMIT)).isNotNull();
            }
            assertThat(everything.receiveNoWait()).isNull();
        }
    }

    private static JMSContext as(ActiveMQConnectionFactory factory, User user) {
        return factory.createContext(user.name(), user.password());
    }
}
