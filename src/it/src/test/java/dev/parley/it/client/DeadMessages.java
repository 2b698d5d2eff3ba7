package dev.parley.it.client;

import static org.awaitility.Awaitility.await;

import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;

/** What an operator finds in the queue of parked messages. */
public final class DeadMessages {

    private DeadMessages() {}

    /** Why the message with this JMSCorrelationID was parked; it must come there. */
    public static String awaitReason(ParleyServer server, String correlationId) {
        try (var factory = JmsParticipant.coreFactory(server);
                JMSContext context = factory.createContext(
                        server.olga().name(), server.olga().password())) {
            return await("a message with the correlation id " + correlationId + " in " + ServerNames.DEAD)
                    .atMost(Duration.ofSeconds(45))
                    .until(() -> reason(context, correlationId), Optional::isPresent)
                    .orElseThrow();
        }
    }

    /** How many messages with this JMSCorrelationID were parked so far. */
    public static int count(ParleyServer server, String correlationId) {
        try (var factory = JmsParticipant.coreFactory(server);
                JMSContext context = factory.createContext(
                        server.olga().name(), server.olga().password());
                var browser = context.createBrowser(
                        context.createQueue(ServerNames.DEAD), "JMSCorrelationID = '" + correlationId + "'")) {
            Enumeration<?> messages = browser.getEnumeration();
            return Collections.list(messages).size();
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> reason(JMSContext context, String correlationId) throws JMSException {
        try (var browser = context.createBrowser(context.createQueue(ServerNames.DEAD))) {
            Enumeration<?> messages = browser.getEnumeration();
            for (Object each : Collections.list(messages)) {
                Message message = (Message) each;
                if (correlationId.equals(message.getJMSCorrelationID())) {
                    return Optional.of(String.valueOf(message.getStringProperty("Reason")));
                }
            }
            return Optional.empty();
        }
    }
}
