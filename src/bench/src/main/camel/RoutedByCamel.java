import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.springframework.jms.connection.CachingConnectionFactory;

/**
 * The route of the scenario {@code slip}, with Camel: the slip travels in a header; each stop is a queue with a bean behind it,
 * which is received and sent on in one transaction of the session. Run from its source, so that nothing of Parley is
 * compiled against Camel.
 */
public final class RoutedByCamel {

    private RoutedByCamel() {}

    /** A stop: it answers with what it was asked. */
    public static final class Echo {
        public String echo(String order) {
            return order;
        }
    }

    /** The slip: the first of the stops that are left, and the others for the next one. */
    public static final class Slip {
        public String next(@Header("slip") String slip, Exchange exchange) {
            int end = slip.indexOf(',');
            exchange.getIn().setHeader("slip", end < 0 ? "" : slip.substring(end + 1));
            return end < 0 ? slip : slip.substring(0, end);
        }
    }

    /** @param arguments the broker's port, a user and its password, the number of stops, the sessions of each */
    public static void main(String[] arguments) throws Exception {
        CachingConnectionFactory connections = new CachingConnectionFactory(
                new ActiveMQConnectionFactory("tcp://127.0.0.1:" + arguments[0], arguments[1], arguments[2]));
        int stops = Integer.parseInt(arguments[3]);
        int sessions = Integer.parseInt(arguments[4]);
        connections.setSessionCacheSize(2 * stops * sessions);
        JmsComponent jms = JmsComponent.jmsComponent(connections);
        jms.setTransacted(true);
        jms.setLazyCreateTransactionManager(false);
        jms.setCacheLevelName("CACHE_CONSUMER");
        DefaultCamelContext camel = new DefaultCamelContext();
        camel.addComponent("jms", jms);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                for (int stop = 1; stop <= stops; stop++) {
                    from("jms:queue:bench.slips." + stop + "?concurrentConsumers=" + sessions)
                            .bean(new Echo(), "echo")
                            .setProperty("stop")
                            .method(new Slip(), "next")
                            .routingSlip(exchangeProperty("stop"));
                }
            }
        });
        camel.start();
        System.out.println("started");
        System.in.read();
        camel.stop();
        System.exit(0);
    }
}
