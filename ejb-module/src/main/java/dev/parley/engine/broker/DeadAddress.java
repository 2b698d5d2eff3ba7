package dev.parley.engine.broker;

import dev.parley.message.Headers;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.Queue;

/** Moves messages that nobody can take to where their queue sends what was delivered too often. */
final class DeadAddress {

    private static final Logger LOG = System.getLogger(DeadAddress.class.getName());

    private static final SimpleString REASON = SimpleString.of(Headers.REASON);

    private final ActiveMQServer server;
    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();

    DeadAddress(ActiveMQServer server) {
        this.server = server;
    }

    /** Moves a message, once the queue is done with offering it. */
    void take(MessageReference reference, String why) {
        long id = reference.getMessageID();
        if (underWay.add(id)) {
            server.getThreadPool().execute(() -> move(reference.getQueue(), reference.getMessage(), id, why));
        }
    }

    private void move(Queue queue, Message message, long id, String why) {
        try {
            message.setBrokerProperty(REASON, SimpleString.of(why));
            queue.sendMessageToDeadLetterAddress(id);
        } catch (Exception e) {
            LOG.log(Level.WARNING, "Message " + id + " of " + queue.getName() + " cannot be parked", e);
        } finally {
            underWay.remove(id);
        }
    }
}
