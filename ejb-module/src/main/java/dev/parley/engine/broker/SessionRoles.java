package dev.parley.engine.broker;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.LongSupplier;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.security.SecurityAuth;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerSessionPlugin;

/**
 * The roles of the users behind the broker's sessions, of those that matter to an operation. The broker's security
 * manager lists no roles; it says whether a user has one. What it has said is believed for a moment, as the broker does
 * with what it lets a session do.
 */
final class SessionRoles implements ActiveMQServerSessionPlugin {

    private static final Logger LOG = System.getLogger(SessionRoles.class.getName());

    private static final long BELIEVED_NANOS = 5_000_000_000L;

    /** Operations that a session is known by; anybody can write any name. */
    private static final int MOST = 100;

    private final BiPredicate<SecurityAuth, String> hasRole;
    private final LongSupplier nanoTime;
    private final Map<SecurityAuth, Map<String, Known>> sessions = new ConcurrentHashMap<>();

    private record Known(String roles, long since) {}

    SessionRoles(ActiveMQServer server) {
        this((session, role) -> hasRole(server, session, role), System::nanoTime);
    }

    /** @param hasRole true if the user of a session has that role */
    SessionRoles(BiPredicate<SecurityAuth, String> hasRole, LongSupplier nanoTime) {
        this.hasRole = hasRole;
        this.nanoTime = nanoTime;
    }

    /** Where nothing is checked, everybody may do everything: that gives nobody a role. */
    private static boolean hasRole(ActiveMQServer server, SecurityAuth session, String role) {
        Role asked = new Role(role, true, false, false, false, false, false, false, false, false, false, false, false);
        return server.getSecurityStore().isSecurityEnabled()
                && server.getSecurityManager()
                        .validateUserAndRole(
                                session.getUsername(), session.getPassword(), Set.of(asked), CheckType.SEND);
    }

    /**
     * The roles that the user of a session has, of those that matter to an operation, with commas. None, if that cannot
     * be said now: the message waits like any other then, and whoever needs a role is refused when it is read.
     */
    String of(SecurityAuth session, String operation) {
        Map<String, Known> knownOfSession = sessions.computeIfAbsent(session, s -> new ConcurrentHashMap<>());
        Known known = knownOfSession.get(operation);
        if (known != null && nanoTime.getAsLong() - known.since() < BELIEVED_NANOS) {
            return known.roles();
        }
        if (knownOfSession.size() >= MOST) {
            knownOfSession.clear();
        }
        try {
            Known now = new Known(find(session, operation), nanoTime.getAsLong());
            knownOfSession.put(operation, now);
            return now.roles();
        } catch (RuntimeException | LinkageError e) {
            LOG.log(
                    Level.WARNING,
                    "Which roles {0} has for {1} cannot be said now ({2}): the message has none",
                    session.getUsername(),
                    operation,
                    e);
            return "";
        }
    }

    private String find(SecurityAuth session, String operation) {
        Set<String> has = new TreeSet<>();
        for (String role : RolesThatMatter.to(operation)) {
            if (hasRole.test(session, role)) {
                has.add(role);
            }
        }
        return String.join(",", has);
    }

    @Override
    public void afterCloseSession(ServerSession session, boolean failed) {
        sessions.remove(session);
    }
}
