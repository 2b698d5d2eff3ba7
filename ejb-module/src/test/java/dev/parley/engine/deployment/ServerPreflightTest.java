package dev.parley.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class ServerPreflightTest {

    private static final String LISTENER = "jboss.as:subsystem=undertow,server=default-server,http-listener=default";
    private static final String WELCOME =
            "jboss.as:subsystem=undertow,server=default-server,host=default-host,location=/";
    private static final String LOCKOUT = "wildfly.elytron.realm.ApplicationRealm.brute-force.enabled";

    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private final Map<String, String> properties = new HashMap<>(Map.of(LOCKOUT, "false"));
    private final ServerPreflight preflight = new ServerPreflight(server, properties::get);

    @Test
    void whatTheScriptHasClosedIsNoFinding() throws JMException {
        server.registerMBean(new Listener(false), new ObjectName(LISTENER));
        server.registerMBean(new Location("somebody-else"), new ObjectName(WELCOME));
        assertThat(preflight.findings()).isEmpty();
    }

    @Test
    void allThatIsOpenIsSaidAtOnce() throws JMException {
        server.registerMBean(new Listener(true), new ObjectName(LISTENER));
        server.registerMBean(new Location("welcome-content"), new ObjectName(WELCOME));
        server.registerMBean(new Thing(), new ObjectName("jboss.as:subsystem=iiop-openjdk"));
        properties.clear();
        assertThat(preflight.findings())
                .containsExactly(
                        "HTTP/2 is on at the HTTP port",
                        "WildFly's welcome page is at /",
                        "IIOP is on",
                        "wrong passwords keep out whose they are not");
    }

    @Test
    void whatCannotBeReadIsNoFinding() throws JMException {
        server.registerMBean(new Thing(), new ObjectName(LISTENER));
        assertThat(preflight.findings()).isEmpty();
    }

    /** What a management bean of this name has to implement. */
    public interface ListenerMBean {
        boolean getenableHttp2();
    }

    /** A listener. */
    public record Listener(boolean getenableHttp2) implements ListenerMBean {}

    /** What a management bean of this name has to implement. */
    public interface LocationMBean {
        String gethandler();
    }

    /** A location. */
    public record Location(String gethandler) implements LocationMBean {}

    /** What a management bean of this name has to implement. */
    public interface ThingMBean {}

    /** Something that is there. */
    public static final class Thing implements ThingMBean {}
}
