package dev.parley.engine.broker;

import java.util.EnumSet;
import java.util.Set;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.security.SecurityAuth;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.impl.AddressInfo;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerAddressPlugin;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerConsumerPlugin;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerQueuePlugin;
import org.jspecify.annotations.Nullable;

/**
 * Keeps queues for those whose they are, which the broker's roles cannot: by their name, because an operator has
 * entered them so, or because they have made a temporary one. Whoever may send there too, as operators and Parley may,
 * is not asked.
 */
final class QueueGuard implements ActiveMQServerQueuePlugin, ActiveMQServerConsumerPlugin, ActiveMQServerAddressPlugin {

    private static final SimpleString LASTING = SimpleString.of("jms.");

    private final ActiveMQServer server;
    private final SessionUsers users;
    private final QueueNames names;

    QueueGuard(ActiveMQServer server, SessionUsers users, QueueNames names) {
        this.server = server;
        this.users = users;
        this.names = names;
    }

    @Override
    public void beforeCreateQueue(QueueConfiguration queue) throws ActiveMQException {
        if (queue.getUser() == null) {
            return; // the broker's own, or configured
        }
        String user = queue.getUser().toString();
        SimpleString address = queue.getAddress();
        String misplaced = misplaced(queue);
        String refusal = misplaced == null ? refusal(user, address) : misplaced;
        boolean isEnough = refusal == null || maySend(user, address);
        if (!isEnough && (misplaced != null || !isEntered(user, address))) {
            throw new ActiveMQSecurityException(refusal);
        }
    }

    private static @Nullable String misplaced(QueueConfiguration queue) {
        SimpleString address = queue.getAddress();
        if (queue.getRoutingType() == RoutingType.MULTICAST && address.startsWith(BrokerQueues.QUEUES)) {
            return anycast(address);
        }
        if (!address.equals(queue.getName())) {
            // It would take the name of a queue that somebody else has yet to make
            return "A queue has the name of its address, not " + queue.getName() + " at " + address;
        }
        return null;
    }

    private @Nullable String refusal(String user, SimpleString name) {
        return name.startsWith(BrokerQueues.QUEUES) ? names.refusal(user, lasting(name)) : null;
    }

    /** Asked last: the directory is in the database. */
    private static boolean isEntered(String user, SimpleString name) {
        return name.startsWith(BrokerQueues.QUEUES) && EnteredQueues.isOf(user, lasting(name));
    }

    private static String lasting(SimpleString name) {
        return name.toString().substring(BrokerQueues.QUEUES.length());
    }

    /** Roles are those of a user: any session of his has them. */
    private boolean maySend(String user, SimpleString address) {
        for (ServerSession session : server.getSessions()) {
            if (user.equals(session.getValidatedUser())) {
                return users.maySend(session, address);
            }
        }
        return false;
    }

    /** It has been given nothing yet: it has no credits. */
    @Override
    public void afterCreateConsumer(ServerConsumer consumer) throws ActiveMQException {
        ServerSession session = server.getSessionByID(consumer.getSessionID());
        if (session == null) {
            return; // the broker's own
        }
        try {
            check(consumer.getQueue(), session);
        } catch (ActiveMQSecurityException refusal) {
            remove(consumer);
            throw refusal;
        }
    }

    /** Nobody has been told of it yet, nor need be told that it is gone; and the queue is not, whose last it was. */
    private static void remove(ServerConsumer consumer) throws ActiveMQException {
        try {
            consumer.setStarted(false);
            consumer.removeItself();
        } catch (ActiveMQException e) {
            throw e;
        } catch (Exception e) {
            throw new ActiveMQException(String.valueOf(e.getMessage()), e, ActiveMQExceptionType.INTERNAL_ERROR);
        }
    }

    @Override
    public void beforeDestroyQueue(
            Queue queue,
            SecurityAuth session,
            boolean checkConsumerCount,
            boolean removeConsumers,
            boolean autoDeleteAddress)
            throws ActiveMQException {
        if (session instanceof ServerSession deleting) {
            check(queue, deleting);
        }
    }

    private void check(Queue queue, ServerSession session) throws ActiveMQSecurityException {
        String user = String.valueOf(session.getValidatedUser());
        SimpleString address = queue.getAddress();
        String refusal = refusal(user, queue);
        if (refusal != null
                && !users.maySend(session, address)
                && !(address.equals(queue.getName()) && isEntered(user, address))) {
            throw new ActiveMQSecurityException(refusal);
        }
    }

    private @Nullable String refusal(String user, Queue queue) {
        SimpleString address = queue.getAddress();
        if (!address.startsWith(LASTING) || queue.isTemporary()) {
            SimpleString maker = queue.getUser();
            return maker == null || maker.toString().equals(user)
                    ? null
                    : "The queue " + queue.getName() + " is not yours: somebody else has made it.";
        }
        String refusal = refusal(user, address);
        return refusal != null || address.equals(queue.getName()) ? refusal : refusal(user, queue.getName());
    }

    /** Otherwise who comes first could have what is sent to somebody's queue routed past it. */
    @Override
    public void beforeAddAddress(AddressInfo address, boolean reload) throws ActiveMQException {
        if (!reload) {
            checkRouting(address.getName(), address.getRoutingTypes());
        }
    }

    @Override
    public void beforeUpdateAddress(SimpleString address, EnumSet<RoutingType> routingTypes) throws ActiveMQException {
        checkRouting(address, routingTypes);
    }

    private static void checkRouting(SimpleString address, Set<RoutingType> routingTypes) throws ActiveMQException {
        if (address.startsWith(BrokerQueues.QUEUES) && !routingTypes.contains(RoutingType.ANYCAST)) {
            throw new ActiveMQException(anycast(address));
        }
    }

    private static String anycast(SimpleString address) {
        return address + " is a queue: leave out subscription-type over STOMP, and the capability topic over AMQP";
    }
}
