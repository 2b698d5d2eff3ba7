package dev.parley.it.jms;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.DeadMessages;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.Replies;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Messages that are there at the same moment are handled together. What is odd in one of them must not have all of them
 * delivered again. The body of a large one is not delivered with it: the broker sends it to the consumer that got it.
 */
class MessagesComeTogetherIT extends JmsTest {

    private static final int MESSAGES = 40;

    private final String queue = freshReplyQueue("alice");
    private int failures;

    MessagesComeTogetherIT(ParleyServer server) {
        super(server);
    }

    @BeforeEach
    void readTheLog() {
        failures = failures();
    }

    @AfterEach
    void nothingWasDeliveredAgain() {
        assertThat(failures()).isEqualTo(failures);
    }

    /** What the resource adapter says of a message that it will deliver again. */
    private int failures() {
        return server.logged("AMQ154004").size();
    }

    @Test
    void largeOnesAreAnswered() throws JMSException {
        together(order() + " ".repeat(200_000), message -> message.setJMSType(PLACE_ORDER));

        assertThat(answers()).hasSize(MESSAGES).containsOnly("Reply");
    }

    @Test
    void thoseThatAreTooLargeAreRefused() throws JMSException {
        together(order() + " ".repeat(1_100_000), message -> message.setJMSType(PLACE_ORDER));

        assertThat(answers()).hasSize(MESSAGES).containsOnly("Fault");
    }

    /** Nobody can be told, and the name of a property is none of Java's. */
    @Test
    void thoseThatSayNothingAreParked() throws JMSException {
        String correlationId = fresh("correlation");
        together("{}", message -> {
            message.setJMSReplyTo(null);
            message.setJMSCorrelationID(correlationId);
            ((ActiveMQMessage) message).getCoreMessage().putStringProperty("trace-id", "7");
        });

        assertThat(DeadMessages.awaitReason(server, correlationId)).contains("type-missing");
    }

    private List<String> answers() {
        Replies replies = alice.listen(queue);
        return Stream.generate(replies::next).limit(MESSAGES).map(Answer::kind).toList();
    }

    /** What is particular of a message. */
    private interface Odd {
        void in(Message message) throws JMSException;
    }

    /** Sends all in one transaction. */
    private void together(String body, Odd odd) throws JMSException {
        try (var factory = JmsParticipant.coreFactory(server);
                JMSContext context = factory.createContext(
                        server.alice().name(), server.alice().password(), JMSContext.SESSION_TRANSACTED)) {
            for (int i = 0; i < MESSAGES; i++) {
                BytesMessage message = context.createBytesMessage();
                message.writeBytes(body.getBytes(StandardCharsets.UTF_8));
                message.setJMSCorrelationID(fresh("together"));
                message.setJMSReplyTo(context.createQueue(queue));
                odd.in(message);
                context.createProducer().send(context.createQueue(ServerNames.REQUESTS), message);
            }
            context.commit();
        }
    }
}
