package dev.parley.engine.broker;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.security.ActiveMQPrincipal;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerSessionPlugin;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/** The users behind the broker's sessions, known for as long as these are open. */
final class SessionUsers implements ActiveMQServerSessionPlugin {

    /** The user behind sessions of Parley itself, and of what is deployed with it. */
    static final SimpleString NOBODY = SimpleString.of("");

    /** Whoever may send here is no participant: it has the role of Parley's other nodes. */
    private static final SimpleString WORK = BrokerQueues.PARLEYS.concat("work");

    private final ActiveMQServer server;
    private final Map<ServerSession, SimpleString> users = new ConcurrentHashMap<>();

    SessionUsers(ActiveMQServer server) {
        this.server = server;
    }

    /** The authenticated user of a session, or {@link #NOBODY}. */
    SimpleString of(ServerSession session) {
        SimpleString known = users.get(session);
        return known != null ? known : find(session);
    }

    private SimpleString find(ServerSession session) {
        SimpleString user = isInside(session) || maySend(session, WORK)
                ? NOBODY
                : SimpleString.of(String.valueOf(session.getValidatedUser()));
        users.put(session, user);
        return user;
    }

    /** Code in this server that does not say who it is. */
    private static boolean isInside(ServerSession session) {
        ActiveMQPrincipal server = principal(session.getRemotingConnection());
        return server != null && server.getUserName().equals(session.getUsername());
    }

    /** The user that this connection has without logging in; null for connections from outside. */
    @SuppressWarnings("NullAway") // what is not annotated says null
    static ActiveMQPrincipal principal(RemotingConnection connection) {
        return connection.getTransportConnection() == null
                ? null
                : connection.getTransportConnection().getDefaultActiveMQPrincipal();
    }

    /** Whether the roles of a session's user let it send there. */
    boolean maySend(ServerSession session, SimpleString address) {
        try {
            server.getSecurityStore().check(address, CheckType.SEND, session);
            return true;
        } catch (Exception e) {
            return false; // which is all that the broker says by it
        }
    }

    @Override
    public void afterCloseSession(ServerSession session, boolean failed) {
        users.remove(session);
    }
}
