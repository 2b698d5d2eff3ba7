package dev.parley.engine.deployment;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * The preflight of the server: what {@code configure.cli} of this version closes and is open all the same, as where an
 * older one has been. The server tells its own management alone, which code in it reaches by JMX; where nobody tells,
 * nothing is found.
 */
final class ServerPreflight {

    private static final Logger LOG = System.getLogger(ServerPreflight.class.getName());

    private static final String UNDERTOW = "jboss.as:subsystem=undertow,server=default-server,";

    private static final String LOCKOUT = "wildfly.elytron.realm.ApplicationRealm.brute-force.enabled";

    /** Each with an attribute that gives it away; null where it does so by being there. */
    private static final List<Open> OPEN = List.of(
            new Open("HTTP/2 is on at the HTTP port", UNDERTOW + "http-listener=default", "enableHttp2", "true"),
            new Open("HTTP/2 is on at the HTTPS port", UNDERTOW + "https-listener=https", "enableHttp2", "true"),
            new Open(
                    "WildFly's welcome page is at /",
                    UNDERTOW + "host=default-host,location=/",
                    "handler",
                    "welcome-content"),
            new Open(
                    "EJBs, names and transactions are reached over HTTP",
                    UNDERTOW + "host=default-host,setting=http-invoker",
                    null,
                    ""),
            new Open("EJBs are called from outside", "jboss.as:subsystem=ejb3,service=remote", null, ""),
            new Open(
                    "remoting is at the HTTP port",
                    "jboss.as:subsystem=remoting,http-connector=http-remoting-connector",
                    null,
                    ""),
            new Open("IIOP is on", "jboss.as:subsystem=iiop-openjdk", null, ""));

    private final MBeanServer server;
    private final UnaryOperator<@Nullable String> properties;

    private record Open(String what, String name, @Nullable String attribute, String value) {}

    /**
     * @param server who tells
     * @param properties gives a system property, or null
     */
    ServerPreflight(MBeanServer server, UnaryOperator<@Nullable String> properties) {
        this.server = server;
        this.properties = properties;
    }

    /** Looks at this server, and says at once all that is open. */
    static void check() {
        List<String> findings =
                new ServerPreflight(ManagementFactory.getPlatformMBeanServer(), System::getProperty).findings();
        if (!findings.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "This server is not as configure.cli of this version leaves it: {0}. Run configure.cli again, and"
                            + " restart, unless another application needs it so (see What is taken from others in"
                            + " operations.md)",
                    String.join("; ", findings));
        }
    }

    List<String> findings() {
        List<String> findings = new ArrayList<>();
        for (Open each : OPEN) {
            if (isSo(each)) {
                findings.add(each.what());
            }
        }
        if (properties.apply(LOCKOUT) == null) {
            findings.add("wrong passwords keep out whose they are not");
        }
        return findings;
    }

    private boolean isSo(Open open) {
        try {
            ObjectName name = new ObjectName(open.name());
            return server.isRegistered(name)
                    && (open.attribute() == null
                            || open.value().equals(String.valueOf(server.getAttribute(name, open.attribute()))));
        } catch (JMException | RuntimeException e) {
            LOG.log(Level.DEBUG, "It could not be seen whether " + open.what(), e);
            return false;
        }
    }
}
