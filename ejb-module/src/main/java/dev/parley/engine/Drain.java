package dev.parley.engine;

import dev.parley.conversation.Headers;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes more messages of a queue into the transaction that was begun for one: the cost of a transaction is paid per batch. A batch is bounded by
 * count, and by how long its operations are expected to take. Messages of a group are not taken: the broker keeps their order only for
 * the consumer it gave the group to.
 */
final class Drain {

    private static final String WITHOUT_GROUP = "JMSXGroupID IS NULL";

    private final int most;
    private final Duration budget;
    private final OperationProfiles profiles;

    Drain(int most, Duration budget, OperationProfiles profiles) {
        this.most = most;
        this.budget = budget;
        this.profiles = profiles;
    }

    /** The first message, and what else is there and fits. */
    List<Message> take(Message first, Queue queue, JMSContext context) throws JMSException {
        List<Message> batch = new ArrayList<>();
        BatchLimit limit = new BatchLimit(most, budget, profiles);
        add(first, batch, limit);
        if (BatchLimit.isAlone(first.getJMSRedelivered(), group(first)) || !limit.hasRoom()) {
            return batch;
        }
        try (JMSConsumer consumer = context.createConsumer(queue, WITHOUT_GROUP)) {
            while (limit.hasRoom()) {
                Message next = consumer.receiveNoWait();
                if (next == null) {
                    break;
                }
                add(next, batch, limit);
            }
        }
        return batch;
    }

    private static void add(Message message, List<Message> batch, BatchLimit limit) throws JMSException {
        batch.add(message);
        boolean acknowledgedFirst = "true".equalsIgnoreCase(message.getStringProperty(Headers.ACKNOWLEDGE));
        limit.took(message.getJMSType(), acknowledgedFirst);
    }

    static @Nullable String group(Message message) throws JMSException {
        return message.getStringProperty("JMSXGroupID");
    }
}
