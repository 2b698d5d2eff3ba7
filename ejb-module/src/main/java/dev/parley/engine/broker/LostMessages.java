package dev.parley.engine.broker;

import dev.parley.message.Headers;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.RoutingContext;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;

/** Says of dead letters that there was no queue for them, which the broker does not. */
final class LostMessages implements ActiveMQServerMessagePlugin {

    private static final SimpleString DEAD = BrokerQueues.PARLEYS.concat("dead");
    private static final SimpleString REASON = SimpleString.of(Headers.REASON);

    @Override
    public void beforeMessageRoute(Message message, RoutingContext context, boolean direct, boolean rejectDuplicates) {
        if (DEAD.equals(message.getAddressSimpleString()) && isLost(message)) {
            message.setBrokerProperty(
                    REASON, SimpleString.of("There is no queue at " + text(message, Message.HDR_ORIGINAL_ADDRESS)));
        }
    }

    /** Whatever else comes here comes from a queue, or says why. */
    private static boolean isLost(Message message) {
        return message.getBrokerProperty(Message.HDR_ORIGINAL_ADDRESS) != null
                && message.getBrokerProperty(Message.HDR_ORIGINAL_QUEUE) == null
                && message.getBrokerProperty(REASON) == null;
    }

    private static String text(Message message, SimpleString property) {
        return String.valueOf(message.getBrokerProperty(property));
    }
}
