package dev.parley.engine.broker;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * The message-driven beans of the server, by the queue they take messages from. The server shows them to its own
 * management alone, which code in the server reaches by JMX.
 */
final class Listeners {

    private static final Logger LOG = System.getLogger(Listeners.class.getName());

    private static final String ALL = "jboss.as:subsystem=ejb3,message-driven-bean=*,*";

    private static final String QUEUES = "java:/jms/queue/";

    private final MBeanServer server;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    Listeners() {
        this(ManagementFactory.getPlatformMBeanServer());
    }

    Listeners(MBeanServer server) {
        this.server = server;
    }

    /**
     * Has the listeners of a queue give up their consumers and make new ones. What they work on ends first. Those whose
     * delivery an operator has stopped stay as they are. Nothing happens while the same is under way.
     */
    void restart(String queue) {
        if (!underWay.add(queue)) {
            return;
        }
        try {
            all().stream().filter(listener -> takesFrom(listener, queue)).forEach(this::restart);
        } finally {
            underWay.remove(queue);
        }
    }

    private Set<ObjectName> all() {
        try {
            return server.queryNames(new ObjectName(ALL), null);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean takesFrom(ObjectName listener, String queue) {
        Pattern lookup = Pattern.compile(Pattern.quote(QUEUES + queue.replace('.', '/')) + "(?![\\w./-])");
        try {
            return lookup.matcher(String.valueOf(server.getAttribute(listener, "activationConfig")))
                    .find();
        } catch (JMException e) {
            LOG.log(Level.DEBUG, "It is not seen what " + listener + " takes messages from", e);
            return false;
        }
    }

    private void restart(ObjectName listener) {
        try {
            if (Boolean.TRUE.equals(server.getAttribute(listener, "deliveryActive"))) {
                call(listener, "stopDelivery");
                call(listener, "startDelivery");
            }
        } catch (JMException e) {
            LOG.log(Level.WARNING, "The listener " + listener + " cannot be begun again", e);
        }
    }

    private void call(ObjectName listener, String operation) throws JMException {
        server.invoke(listener, operation, new Object[0], new String[0]);
    }
}
