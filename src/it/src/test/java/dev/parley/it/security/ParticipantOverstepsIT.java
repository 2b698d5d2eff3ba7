package dev.parley.it.security;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.Samples;
import dev.parley.it.server.OnSharedServer;
import dev.parley.it.server.Once;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import dev.parley.it.server.User;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSSecurityRuntimeException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag(Once.TAG)
@OnSharedServer
class ParticipantOverstepsIT {

    private final ActiveMQConnectionFactory factory;
    private final JMSContext alice;

    ParticipantOverstepsIT(ParleyServer server) {
        factory = JmsParticipant.coreFactory(server);
        User user = server.alice();
        alice = factory.createContext(user.name(), user.password());
    }

    @AfterEach
    void disconnect() {
        alice.close();
        factory.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {ServerNames.REQUESTS, ServerNames.WORK, ServerNames.DEAD, "parley.expired"})
    void mayNotConsumeWhatIsParleys(String queue) {
        assertThatExceptionOfType(JMSSecurityRuntimeException.class).isThrownBy(() -> consume(queue));
    }

    @ParameterizedTest
    @ValueSource(strings = {ServerNames.WORK, ServerNames.DEAD, "parley.expired"})
    void mayNotSendWhereOnlyParleySends(String queue) {
        assertThatExceptionOfType(JMSSecurityRuntimeException.class)
                .isThrownBy(() -> alice.createProducer().send(alice.createQueue(queue), "{}"));
    }

    @Test
    void maySendRequestsAndConsumeAnswers() {
        assertThatNoException().isThrownBy(() -> consume(Samples.freshReplyQueue("alice")));
        assertThatNoException().isThrownBy(() -> alice.createProducer()
                .send(alice.createQueue(ServerNames.REQUESTS), Samples.visit()));
    }

    private void consume(String queue) {
        try (JMSConsumer consumer = alice.createConsumer(alice.createQueue(queue))) {
            consumer.receiveNoWait();
        }
    }
}
