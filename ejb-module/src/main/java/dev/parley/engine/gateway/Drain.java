package dev.parley.engine.gateway;

import dev.parley.engine.commit.BatchLimit;
import dev.parley.engine.wire.AdapterMessages;
import dev.parley.engine.wire.JmsMessages;
import dev.parley.engine.wire.MessageHeaders;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The drain of a queue, which takes more messages into the transaction that was begun for one: the cost of a
 * transaction is paid per batch. A batch is bounded by count, and by how long its operations are expected to take.
 * Messages of a group are not taken: the broker keeps their order only for the consumer it gave the group to.
 */
public final class Drain {

    private static final String WITHOUT_GROUP = "JMSXGroupID IS NULL";

    private final int most;
    private final Duration budget;
    private final Expectation expectation;
    private final DrainPace pace = new DrainPace();

    /** The time that a message is expected to keep the batch. */
    @FunctionalInterface
    public interface Expectation {
        /** The time that it is expected to take; zero if that is not known. */
        Duration of(Message message);
    }

    /**
     * A drain of batches.
     *
     * @param most the number of messages of a batch at most
     * @param budget the time that a batch is expected to take at most, but for its last message
     */
    public Drain(int most, Duration budget, Expectation expectation) {
        this.most = most;
        this.budget = budget;
        this.expectation = expectation;
    }

    /**
     * The first message, and what else is there and fits.
     *
     * @param session of the current transaction; opened only if more is looked for
     */
    public List<Message> take(Message first, Queue queue, Supplier<JMSContext> session) {
        List<Message> batch = new ArrayList<>();
        BatchLimit limit = new BatchLimit(most, budget);
        add(first, batch, limit);
        MessageHeaders headers = new MessageHeaders(first);
        boolean alone = BatchLimit.isAlone(headers.isRedelivered(), headers.group()) || !limit.hasRoom();
        if (!alone && pace.looks()) {
            takeMore(batch, limit, queue, session.get());
            pace.found(batch.size() > 1);
        }
        return batch;
    }

    /**
     * Looks for more until a body is still on its way: its consumer can neither take another message nor be closed
     * before it is read, and is closed with the session.
     */
    private void takeMore(List<Message> batch, BatchLimit limit, Queue queue, JMSContext session) {
        JMSConsumer consumer = session.createConsumer(queue, WITHOUT_GROUP);
        while (limit.hasRoom()) {
            Message received = consumer.receiveNoWait();
            if (received == null) {
                break;
            }
            Message next = AdapterMessages.inner(received);
            add(next, batch, limit);
            if (JmsMessages.isOnItsWay(next)) {
                return;
            }
        }
        consumer.close();
    }

    private void add(Message message, List<Message> batch, BatchLimit limit) {
        batch.add(message);
        limit.took(expectation.of(message));
    }
}
