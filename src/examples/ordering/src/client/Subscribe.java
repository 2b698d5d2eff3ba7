import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.io.IOException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * Subscribes to a magazine, and keeps the subscription for as long as it runs: a grant of the pool {@code magazines}, about which it is asked now and then. Enter gives it
 * back. Ended with Ctrl-C it is silent, and has lost the grant after some pings; started again before that it has the same one. One file, to be run as it is:
 *
 * <pre>
 * java -cp ear/target/wildfly/bin/client/jboss-client.jar src/examples/ordering/src/client/Subscribe.java alice PASSWORD magazines-1 [tcp://localhost:5445]
 * </pre>
 *
 * <p>The third argument names the subscription; one that has ended is not begun again: give the next one another name.
 */
public class Subscribe {

    private static final String POOL = "magazines";
    private static final long MILLIS = 500;

    private final JMSContext context;
    private final String subscription;
    private final Queue mine;
    private String grant = "";

    private Subscribe(JMSContext context, String subscriber, String subscription) {
        this.context = context;
        this.subscription = subscription;
        // A lasting queue: with a temporary one, whoever is started again would be another holder.
        this.mine = context.createQueue("reply." + subscriber + "." + subscription);
    }

    public static void main(String[] arguments) throws JMSException, IOException {
        String url = arguments.length > 3 ? arguments[3] : "tcp://localhost:5445";
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
                JMSContext context = factory.createContext(arguments[0], arguments[1])) {
            new Subscribe(context, arguments[0], arguments[2]).run();
        }
    }

    private void run() throws JMSException, IOException {
        try (JMSConsumer consumer = context.createConsumer(mine)) {
            ask();
            boolean isOver = false;
            while (!isOver) {
                Message message = consumer.receive(MILLIS);
                isOver = message != null && isOver(message);
                if (!grant.isEmpty() && isEntered()) {
                    send("release", message("GrantId", grant));
                }
            }
        }
    }

    private static boolean isEntered() throws IOException {
        return System.in.available() > 0 && System.in.readNBytes(System.in.available()).length > 0;
    }

    /** Asks for a grant, or for the same one again: whoever asks with the same MessageId is given no second one. */
    private void ask() throws JMSException {
        TextMessage request = message("Pool", POOL);
        request.setStringProperty("MessageId", subscription);
        request.setText("{\"wait\": \"PT10M\"}");
        send("request", request);
    }

    private boolean isOver(Message message) throws JMSException {
        String kind = message.getStringProperty("Kind");
        String type = message.getJMSType();
        System.out.printf("%-9s %s %s%n", kind, type, message.getBody(String.class));
        if (kind.equals("Ping")) {
            confirm(message.getJMSCorrelationID());
            return false;
        }
        grant = message.propertyExists("GrantId") ? message.getStringProperty("GrantId") : grant;
        boolean isRefused = kind.equals("Fault") && type.equals("request");
        return isRefused || type.equals("release") || type.equals("relinquished");
    }

    /** The id of the ping says which grant it is about. */
    private void confirm(String pingId) throws JMSException {
        TextMessage answer = context.createTextMessage();
        answer.setJMSCorrelationID(pingId);
        send("confirm", answer);
    }

    private TextMessage message(String property, String value) throws JMSException {
        TextMessage message = context.createTextMessage();
        message.setStringProperty(property, value);
        return message;
    }

    private void send(String type, TextMessage message) throws JMSException {
        message.setJMSType(type);
        message.setJMSReplyTo(mine);
        context.createProducer().send(context.createQueue("parley.resources"), message);
        System.out.printf("%-9s %s%n", "sent", type);
    }
}
