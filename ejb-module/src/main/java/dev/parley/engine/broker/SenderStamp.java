package dev.parley.engine.broker;

import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;

/**
 * Writes into each message who has sent it, in place of whatever its client has put there. What Parley itself sends,
 * and what is deployed with it, is left as it is.
 */
final class SenderStamp implements ActiveMQServerMessagePlugin {

    private final SessionUsers users;

    SenderStamp(SessionUsers users) {
        this.users = users;
    }

    @Override
    public void beforeSend(
            ServerSession session, Transaction tx, Message message, boolean direct, boolean noAutoCreateQueue) {
        SimpleString user = users.of(session);
        if (!SessionUsers.NOBODY.equals(user)) {
            // Of an AMQP message it is kept beside what came: it is the last that is read of it, after its user-id
            message.setBrokerProperty(Message.HDR_VALIDATED_USER, user);
        }
    }
}
