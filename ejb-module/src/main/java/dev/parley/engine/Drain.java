package dev.parley.engine;

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
    private final Expectation expectation;

    /** How long a message is expected to keep the batch. */
    @FunctionalInterface
    interface Expectation {
        Duration of(Message message) throws JMSException;
    }

    Drain(int most, Duration budget, Expectation expectation) {
        this.most = most;
        this.budget = budget;
        this.expectation = expectation;
    }

    /** The first message, and what else is there and fits. */
    List<Message> take(Message first, Queue queue, JMSContext context) throws JMSException {
        List<Message> batch = new ArrayList<>();
        BatchLimit limit = new BatchLimit(most, budget);
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

    private void add(Message message, List<Message> batch, BatchLimit limit) throws JMSException {
        batch.add(message);
        limit.took(expectation.of(message));
    }

    static @Nullable String group(Message message) throws JMSException {
        return MessageReader.text(message, "JMSXGroupID");
    }
}
