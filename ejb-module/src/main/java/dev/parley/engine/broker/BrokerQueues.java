package dev.parley.engine.broker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.Queue;
import org.jspecify.annotations.Nullable;

/** Parley's queues in a broker, but those that operators take messages from. */
final class BrokerQueues implements Supplier<List<WatchedQueue>> {

    /** What the broker writes before the names of queues. */
    static final SimpleString QUEUES = SimpleString.of("jms.queue.");

    /** The beginning of the names that Parley's queues have in the broker. */
    static final SimpleString PARLEYS = QUEUES.concat("parley.");

    /** What expired elsewhere stays in it for operators: that it is not taken says nothing. */
    private static final String EXPIRED = "expired";

    private static final List<String> NAMES = List.of(
            "requests",
            "replies",
            "relay",
            "resources",
            "events",
            "slips",
            "work",
            "work.isolated",
            "work.slow",
            "work.grouped",
            EXPIRED);

    /** The names of all of them, as clients of Core call them. */
    static final List<String> ALL = NAMES.stream().map(name -> "parley." + name).toList();

    private final ActiveMQServer server;

    BrokerQueues(ActiveMQServer server) {
        this.server = server;
    }

    @Override
    public List<WatchedQueue> get() {
        List<WatchedQueue> found = new ArrayList<>();
        for (String name : NAMES) {
            Queue queue = server.locateQueue(PARLEYS.concat(name));
            if (queue != null) {
                found.add(new Watched("parley." + name, queue, name.equals(EXPIRED)));
            }
        }
        return found;
    }

    /** How they stand, the one with dead letters too. */
    List<QueueState> states() {
        List<QueueState> states = new ArrayList<>();
        Stream.concat(ALL.stream(), Stream.of(QueueState.DEAD)).forEach(name -> {
            Queue queue = server.locateQueue(QUEUES.concat(name));
            if (queue != null) {
                states.add(new QueueState(name, queue.getMessageCount(), oldest(queue)));
            }
        });
        return states;
    }

    /** Of the message that is next; one that is scheduled is not there yet. */
    private static @Nullable Instant oldest(Queue queue) {
        MessageReference first = queue.peekFirstMessage();
        long sentAt = first == null ? 0 : first.getMessage().getTimestamp();
        return sentAt <= 0 ? null : Instant.ofEpochMilli(sentAt);
    }

    private static final class Watched implements WatchedQueue {

        private final String name;
        private final Queue queue;
        private final boolean keeps;

        /** @param keeps true if messages may stay in it */
        Watched(String name, Queue queue, boolean keeps) {
            this.name = name;
            this.queue = queue;
            this.keeps = keeps;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int consumers() {
            return queue.getConsumerCount();
        }

        @Override
        public long ready() {
            return keeps ? 0 : queue.getMessageCount() - queue.getScheduledCount() - queue.getDeliveringCount();
        }

        @Override
        public int delivering() {
            return queue.getDeliveringCount();
        }

        @Override
        public long taken() {
            return queue.getMessagesAcknowledged();
        }
    }
}
