package dev.parley.engine.gateway;

import dev.parley.engine.wire.AdapterMessages;
import dev.parley.engine.wire.Destinations;
import dev.parley.engine.wire.JmsMessages;
import dev.parley.message.Address;
import dev.parley.message.Headers;
import dev.parley.message.MessageKind;
import jakarta.jms.InvalidDestinationRuntimeException;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;

/**
 * The withdrawal of requests from a provider's queue, within a transaction. The broker gives a message to one consumer:
 * what Parley gets, no provider has taken, or will.
 */
final class QueueWithdrawal {

    private QueueWithdrawal() {}

    static int takeBack(JMSContext session, Address queue, String conversationId) {
        String selector = Headers.CONVERSATION_ID + " = '" + conversationId.replace("'", "''") + "' AND " + Headers.KIND
                + " = '" + MessageKind.REQUEST.label() + "'";
        try {
            JMSConsumer consumer = session.createConsumer(Destinations.destination(queue), selector);
            int taken = 0;
            for (Message next = consumer.receiveNoWait(); next != null; next = consumer.receiveNoWait()) {
                taken++;
                if (JmsMessages.isOnItsWay(AdapterMessages.inner(next))) {
                    // Its consumer is closed with the session
                    return taken;
                }
            }
            consumer.close();
            return taken;
        } catch (InvalidDestinationRuntimeException e) {
            return 0; // there is no such queue
        }
    }
}
