import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * A courier of Cooper's delivery service: takes solicitations from a queue and offers a price, until it is stopped. One file, to be run as it is:
 *
 * <pre>
 * java -cp ear/target/wildfly/bin/client/jboss-client.jar src/examples/ordering/src/client/Courier.java bob PASSWORD 12 [tcp://localhost:5445]
 * </pre>
 *
 * <p>Somebody has to subscribe: {@code PUT /parley/v1/topics/deliveries/subscriptions/bob} with {@code {"to": "queue:reply.bob.deliveries"}}.
 * The queue is bob's, since it has his name. With the price 0 he says that he has no van.
 */
public class Courier {

    public static void main(String[] arguments) throws JMSException {
        String url = arguments.length > 3 ? arguments[3] : "tcp://localhost:5445";
        int price = Integer.parseInt(arguments[2]);
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
                JMSContext context = factory.createContext(arguments[0], arguments[1], Session.SESSION_TRANSACTED)) {
            Queue own = context.createQueue("reply." + arguments[0] + ".deliveries");
            JMSConsumer solicitations = context.createConsumer(own);
            System.out.println("waiting for deliveries in " + own.getQueueName());
            while (true) {
                Message event = solicitations.receive();
                System.out.printf("solicited %s: %s%n", event.getStringProperty("Topic"), event.getBody(String.class));
                if (event.getJMSReplyTo() != null) {
                    context.createProducer().send(event.getJMSReplyTo(), offer(context, event, price));
                }
                // Solicitation and offer are one: what is not answered comes again.
                context.commit();
            }
        }
    }

    private static TextMessage offer(JMSContext context, Message event, int price) throws JMSException {
        TextMessage offer = price > 0
                ? context.createTextMessage("{\"price\": " + price + "}")
                : context.createTextMessage("{\"title\": \"No van\", \"detail\": \"All are under way.\"}");
        offer.setJMSCorrelationID(event.getJMSCorrelationID());
        offer.setStringProperty("Kind", price > 0 ? "Reply" : "Fault");
        return offer;
    }
}
