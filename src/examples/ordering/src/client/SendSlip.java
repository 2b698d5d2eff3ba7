import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * Sends a slip on its way over JMS and prints what it is told of it. One file, to be run as it is:
 *
 * <pre>
 * java -cp ear/target/wildfly/bin/client/jboss-client.jar src/examples/ordering/src/client/SendSlip.java alice PASSWORD src/examples/ordering/src/slips/file-document.json [tcp://localhost:5445]
 * </pre>
 */
public class SendSlip {

    private static final long SECONDS = 10;

    public static void main(String[] arguments) throws JMSException, IOException {
        String url = arguments.length > 3 ? arguments[3] : "tcp://localhost:5445";
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
                JMSContext context = factory.createContext(arguments[0], arguments[1])) {
            TemporaryQueue told = context.createTemporaryQueue();
            JMSConsumer consumer = context.createConsumer(told);
            TextMessage order = context.createTextMessage(Files.readString(Path.of(arguments[2])));
            order.setJMSReplyTo(told);
            order.setStringProperty("MessageId", UUID.randomUUID().toString());
            context.createProducer().send(context.createQueue("parley.slips"), order);
            System.out.println("sent");
            Message notice = consumer.receive(SECONDS * 1000);
            if (notice == null) {
                throw new IllegalStateException("Nothing was told within " + SECONDS + " seconds");
            }
            System.out.printf(
                    "%-9s %s%n%s%n",
                    notice.getStringProperty("Kind"), notice.getJMSType(), notice.getBody(String.class));
        }
    }
}
