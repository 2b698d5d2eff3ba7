import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * Places an order over JMS, with nothing but Java 17 and a jar that WildFly brings. One file, to be run as it is:
 *
 * <pre>
 * java -cp ear/target/wildfly/bin/client/jboss-client.jar src/examples/clients/PlaceOrderOverJms.java localhost 5445 alice PASSWORD order-1
 * </pre>
 *
 * The key is the order's: run again with the same one, also after a crash, and there is still one order.
 */
public final class PlaceOrderOverJms {

    private static final long PATIENCE = 20_000;
    private static final int ATTEMPTS = 3;

    public static void main(String[] arguments) throws JMSException {
        String url = "tcp://" + arguments[0] + ":" + arguments[1];
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
                JMSContext context = factory.createContext(arguments[2], arguments[3])) {
            Message answer = ask(context, arguments[4]);
            if (!answer.getStringProperty("Kind").equals("Reply")) {
                throw new IllegalStateException(answer.getBody(String.class));
            }
            System.out.println(answer.getBody(String.class).replaceAll(".*\"orderId\":\"([^\"]*)\".*", "$1"));
        }
    }

    /** Asks until there is an answer: with its key, a request that has been accepted can be sent again. */
    private static Message ask(JMSContext context, String key) throws JMSException {
        Queue answers = context.createTemporaryQueue();
        JMSConsumer consumer = context.createConsumer(answers);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            context.createProducer().send(context.createQueue("parley.requests"), order(context, answers, key));
            Message answer = consumer.receive(PATIENCE);
            if (answer != null) {
                return answer;
            }
        }
        throw new IllegalStateException("No answer yet: ask again, with the same key");
    }

    private static TextMessage order(JMSContext context, Queue answers, String key) throws JMSException {
        TextMessage order = context.createTextMessage("{\"customer\": \"ada\", \"item\": \"tea\", \"quantity\": 2}");
        order.setJMSType("place-order");
        order.setJMSReplyTo(answers);
        order.setStringProperty("MessageId", key);
        return order;
    }
}
