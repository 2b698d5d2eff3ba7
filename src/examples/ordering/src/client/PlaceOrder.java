import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * Places an order over JMS and prints the acknowledgment and the reply. One file, to be run as it is:
 *
 * <pre>
 * java -cp ear/target/wildfly/bin/client/jboss-client.jar src/examples/ordering/src/client/PlaceOrder.java alice PASSWORD [tcp://localhost:5445]
 * </pre>
 */
public class PlaceOrder {

    private static final long SECONDS = 10;

    public static void main(String[] arguments) throws JMSException {
        String url = arguments.length > 2 ? arguments[2] : "tcp://localhost:5445";
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
                JMSContext context = factory.createContext(arguments[0], arguments[1])) {
            Queue answers = context.createTemporaryQueue();
            JMSConsumer consumer = context.createConsumer(answers);
            context.createProducer().send(context.createQueue("parley.requests"), order(context, answers));
            System.out.println("sent      place-order");
            String kind = "";
            while (!kind.equals("Reply") && !kind.equals("Fault")) {
                Message answer = consumer.receive(SECONDS * 1000);
                if (answer == null) {
                    throw new IllegalStateException("No answer within " + SECONDS + " seconds");
                }
                kind = answer.getStringProperty("Kind");
                System.out.printf("%-9s %s%n", kind, answer.getBody(String.class));
            }
        }
    }

    private static TextMessage order(JMSContext context, Queue answers) throws JMSException {
        TextMessage order = context.createTextMessage("{\"customer\": \"ada\", \"item\": \"tea\", \"quantity\": 2}");
        order.setJMSType("place-order");
        order.setJMSReplyTo(answers);
        order.setStringProperty("MessageId", UUID.randomUUID().toString());
        order.setStringProperty("Acknowledge", "true");
        return order;
    }
}
