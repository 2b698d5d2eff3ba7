import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.springframework.jms.core.JmsTemplate;

/**
 * Places an order with Spring's JmsTemplate, which makes a queue for the answer by itself. One file, to be run as it is:
 *
 * <pre>
 * java -cp 'ear/target/wildfly/bin/client/jboss-client.jar:spring/*' src/examples/clients/PlaceOrderWithSpring.java localhost 5445 alice PASSWORD order-1
 * </pre>
 *
 * The key is the order's: run again with the same one, also after a crash, and there is still one order.
 */
public class PlaceOrderWithSpring {

    private static final long PATIENCE = 20_000;

    public static void main(String[] arguments) throws JMSException {
        String url = "tcp://" + arguments[0] + ":" + arguments[1];
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url, arguments[2], arguments[3])) {
            JmsTemplate template = new JmsTemplate(factory);
            template.setReceiveTimeout(PATIENCE);
            Message answer = template.sendAndReceive("parley.requests", session -> order(session, arguments[4]));
            if (answer == null) {
                throw new IllegalStateException("No answer yet: ask again, with the same key");
            }
            if (!answer.getStringProperty("Kind").equals("Reply")) {
                throw new IllegalStateException(answer.getBody(String.class));
            }
            System.out.println(answer.getBody(String.class).replaceAll(".*\"orderId\":\"([^\"]*)\".*", "$1"));
        }
    }

    private static TextMessage order(Session session, String key) throws JMSException {
        TextMessage order = session.createTextMessage("{\"customer\": \"ada\", \"item\": \"tea\", \"quantity\": 2}");
        order.setJMSType("place-order");
        order.setStringProperty("MessageId", key);
        return order;
    }
}
