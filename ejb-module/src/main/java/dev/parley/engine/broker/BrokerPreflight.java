package dev.parley.engine.broker;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * The preflight of the broker in this server: whether it is as {@code configure.cli} of this version leaves it. All
 * that is otherwise is said at once, before it goes wrong.
 */
final class BrokerPreflight {

    private static final Logger LOG = System.getLogger(BrokerPreflight.class.getName());

    private static final String GUEST = "guest";

    /** Less than that, and a short outage of the database makes dead letters. */
    private static final int FEW_ATTEMPTS = 10;

    private final Predicate<String> isThere;
    private final Function<String, AddressSettings> settings;
    private final Predicate<String> mayGuest;

    private BrokerPreflight(ActiveMQServer server) {
        this(
                name -> server.locateQueue(BrokerQueues.QUEUES.concat(name)) != null,
                name -> server.getAddressSettingsRepository().getMatch(BrokerQueues.QUEUES + name),
                name -> server.getSecurityRepository().getMatch(BrokerQueues.QUEUES + name).stream()
                        .anyMatch(role -> role.getName().equals(GUEST)));
    }

    /**
     * @param isThere true of the names of queues that are there
     * @param settings gives those of a queue
     * @param mayGuest true of the names of queues with which the role of nobody in particular may do something
     */
    BrokerPreflight(Predicate<String> isThere, Function<String, AddressSettings> settings, Predicate<String> mayGuest) {
        this.isThere = isThere;
        this.settings = settings;
        this.mayGuest = mayGuest;
    }

    /** Looks at a broker, and says what is not as it should be. */
    static void check(ActiveMQServer server) {
        List<String> findings = new BrokerPreflight(server).findings();
        if (!findings.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "The broker is not as configure.cli of this version leaves it: {0}. Run configure.cli again; where"
                            + " settings differ, have it make them anew (see Upgrading in operations.md)",
                    String.join("; ", findings));
        }
    }

    List<String> findings() {
        List<String> findings = new ArrayList<>();
        for (String name : BrokerQueues.ALL) {
            if (isThere.test(name)) {
                check(name, settings.apply(name), findings);
            } else {
                findings.add("the queue " + name + " is missing");
            }
            if (mayGuest.test(name)) {
                findings.add("the role " + GUEST + " may use " + name);
            }
        }
        if (!isThere.test(QueueState.DEAD)) {
            findings.add("the queue " + QueueState.DEAD + " is missing");
        }
        return findings;
    }

    private static void check(String name, AddressSettings settings, List<String> findings) {
        SimpleString dead = settings.getDeadLetterAddress();
        if (dead == null || !dead.equals(BrokerQueues.QUEUES.concat(QueueState.DEAD))) {
            findings.add("what " + name + " gives up goes to " + dead + " and not to " + QueueState.DEAD);
        }
        int attempts = settings.getMaxDeliveryAttempts();
        if (attempts >= 0 && attempts < FEW_ATTEMPTS) {
            findings.add(name + " gives up after " + attempts + " attempts");
        }
        if (settings.getRedeliveryDelay() <= 0) {
            findings.add(name + " delivers again without a pause");
        }
        if (settings.getAddressFullMessagePolicy() != AddressFullMessagePolicy.PAGE) {
            findings.add(name + " does not page to the disk when it is full");
        }
    }
}
