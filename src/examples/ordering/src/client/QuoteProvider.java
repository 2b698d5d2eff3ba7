import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * Provides quotes from outside of the EAR: takes requests from its queue and answers them, until it is stopped. One file, to be run as it is:
 *
 * <pre>
 * java -cp ear/target/wildfly/bin/client/jboss-client.jar src/examples/ordering/src/client/QuoteProvider.java paul PASSWORD [tcp://localhost:5445]
 * </pre>
 *
 * <p>An operator has to enter it: {@code PUT /parley/v1/operations/quote} with {@code {"provider": {"queue": "provider.paul.quotes"}}}.
 * The queue is paul's, since it has his name.
 */
public class QuoteProvider {

    public static void main(String[] arguments) throws JMSException {
        String url = arguments.length > 2 ? arguments[2] : "tcp://localhost:5445";
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
                JMSContext context = factory.createContext(arguments[0], arguments[1], Session.SESSION_TRANSACTED)) {
            Queue own = context.createQueue("provider." + arguments[0] + ".quotes");
            JMSConsumer requests = context.createConsumer(own);
            System.out.println("waiting for requests in " + own.getQueueName());
            while (true) {
                Message request = requests.receive();
                System.out.printf(
                        "asked     %s, attempt %d: %s%n",
                        request.getJMSType(), request.getIntProperty("Attempt"), request.getBody(String.class));
                context.createProducer().send(request.getJMSReplyTo(), reply(context, request));
                // Request and reply are one: what is not answered comes again.
                context.commit();
            }
        }
    }

    private static TextMessage reply(JMSContext context, Message request) throws JMSException {
        TextMessage reply = context.createTextMessage("{\"price\": 12}");
        reply.setJMSCorrelationID(request.getJMSCorrelationID());
        reply.setStringProperty("Kind", "Reply");
        return reply;
    }
}
