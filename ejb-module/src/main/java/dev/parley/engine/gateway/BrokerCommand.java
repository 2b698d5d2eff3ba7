package dev.parley.engine.gateway;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** The look at a broker on another node before this one is started: whether it is there, and lets this node in. */
public final class BrokerCommand {

    private static final Logger LOG = System.getLogger(BrokerCommand.class.getName());

    private BrokerCommand() {}

    /**
     * Logs what is wrong; the password is in the environment, where it is seen by nobody else.
     *
     * @param arguments the address, the port, the user
     */
    public static void main(String[] arguments) {
        String password = Objects.requireNonNullElse(System.getenv("PARLEY_BROKER_PASSWORD"), "");
        String url = "tcp://" + arguments[0] + ":" + arguments[1] + "?callTimeout=10000";
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url)) {
            String missing = AwaitedBroker.missing(() -> factory.createConnection(arguments[2], password));
            if (missing != null) {
                LOG.log(Level.WARNING, missing);
            }
        }
    }
}
