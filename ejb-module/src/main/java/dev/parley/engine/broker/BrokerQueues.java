package dev.parley.engine.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;

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
