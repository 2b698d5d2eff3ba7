package dev.parley.engine.broker;

import dev.parley.engine.wire.MessageReader;
import java.util.Objects;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;

/**
 * Writes into each message who has sent it, in place of whatever its client has put there; and into requests that may
 * go by the roles of their sender which of these it has. What Parley itself sends, and what is deployed with it, is
 * left as it is.
 */
final class SenderStamp implements ActiveMQServerMessagePlugin {

    /** Where it is written which roles a sender has, as {@link MessageReader} reads it. */
    private static final SimpleString ROLES = SimpleString.of(MessageReader.ROLES);

    private static final SimpleString REQUESTS = BrokerQueues.PARLEYS.concat("requests");

    private static final String TYPE = "JMSType";

    private final SessionUsers users;
    private final SessionRoles roles;

    SenderStamp(SessionUsers users, SessionRoles roles) {
        this.users = users;
        this.roles = roles;
    }

    @Override
    public void beforeSend(
            ServerSession session, Transaction tx, Message message, boolean direct, boolean noAutoCreateQueue)
            throws ActiveMQException {
        SimpleString user = users.of(session);
        if (!SessionUsers.NOBODY.equals(user)) {
            // Of an AMQP message it is kept beside what came: it is the last that is read of it, after its user-id
            message.setBrokerProperty(Message.HDR_VALIDATED_USER, user);
            forgetRoles(message);
            stampRoles(session, message);
        }
    }

    /**
     * Wherever it goes, nothing is left of what a client has written there: it might be moved on. The broker only logs
     * what else is thrown here, and goes on: so it comes first.
     */
    static void forgetRoles(Message message) {
        if (mayHaveRoles(message)) {
            message.setBrokerProperty(ROLES, SimpleString.of(""));
        }
    }

    /** A message may come without the section that this is looked for in. */
    private static boolean mayHaveRoles(Message message) {
        try {
            return message.containsProperty(ROLES);
        } catch (RuntimeException e) {
            return true;
        }
    }

    private void stampRoles(ServerSession session, Message message) {
        String has = mayGoByRoles(message) ? roles.of(session, type(message)) : "";
        if (!has.isEmpty()) {
            message.setBrokerProperty(ROLES, SimpleString.of(has));
        }
    }

    /** Messages to processes and commands, whose names have a dot; most requests cost nothing more. */
    private static boolean mayGoByRoles(Message message) {
        return REQUESTS.equals(message.getAddressSimpleString())
                && type(message).indexOf('.') > 0;
    }

    /** Empty where there is none, or none that is text: such a message is refused when it is read. */
    private static String type(Message message) {
        try {
            return Objects.requireNonNullElse(message.getStringProperty(TYPE), "");
        } catch (RuntimeException e) {
            return "";
        }
    }
}
