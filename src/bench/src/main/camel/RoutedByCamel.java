import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.Exchange;
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

    /** Takes the first of the stops that are left off the slip: that is where the message goes now. */
    static void turn(Exchange exchange) {
        String slip = exchange.getMessage().getHeader("slip", String.class);
        int end = slip.indexOf(',');
        exchange.getMessage().setHeader("slip", end < 0 ? "" : slip.substring(end + 1));
        exchange.setProperty("stop", end < 0 ? slip : slip.substring(0, end));
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
                    from("jms:queue:bench.slips." + stop + "?disableReplyTo=true&concurrentConsumers=" + sessions)
                            .bean(new Echo(), "echo")
                            .process(RoutedByCamel::turn)
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
