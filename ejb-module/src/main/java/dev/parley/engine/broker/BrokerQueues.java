package dev.parley.engine.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.activemq.artemis.api.core.ActiveMQDisconnectedException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerConsumerPlugin;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/** Parley's queues in a broker, but those that operators take messages from. */
final class BrokerQueues implements Supplier<List<WatchedQueue>>, ActiveMQServerConsumerPlugin {

    /** What expired elsewhere stays in it for operators: that it is not taken says nothing. */
    private static final String EXPIRED = "expired";

    private static final List<String> NAMES = List.of(
            "requests", "replies", "relay", "resources", "work", "work.isolated", "work.slow", "work.grouped", EXPIRED);

    private static final SimpleString PARLEYS = SimpleString.of("jms.queue.parley.");

    private final ActiveMQServer server;

    /** For each queue the connections of its consumers, those too that were taken away and not closed. */
    private final Map<SimpleString, Map<Long, Object>> connections = new ConcurrentHashMap<>();

    BrokerQueues(ActiveMQServer server) {
        this.server = server;
    }

    /** Notes who was there before. */
    void begin() {
        for (String name : NAMES) {
            Queue queue = server.locateQueue(SimpleString.of("jms.queue.parley." + name));
            if (queue != null) {
                queue.getConsumers().stream()
                        .filter(ServerConsumer.class::isInstance)
                        .forEach(consumer -> afterCreateConsumer((ServerConsumer) consumer));
            }
        }
    }

    @Override
    public void afterCreateConsumer(ServerConsumer consumer) {
        if (consumer.getQueueName().startsWith(PARLEYS)) {
            of(consumer.getQueueName()).put(consumer.sequentialID(), consumer.getConnectionID());
        }
    }

    @Override
    public void afterCloseConsumer(ServerConsumer consumer, boolean failed) {
        if (!failed && consumer.getQueueName().startsWith(PARLEYS)) {
            of(consumer.getQueueName()).remove(consumer.sequentialID());
        }
    }

    private Map<Long, Object> of(SimpleString queue) {
        return connections.computeIfAbsent(queue, name -> new ConcurrentHashMap<>());
    }

    @Override
    public List<WatchedQueue> get() {
        List<WatchedQueue> found = new ArrayList<>();
        for (String name : NAMES) {
            Queue queue = server.locateQueue(SimpleString.of("jms.queue.parley." + name));
            if (queue != null) {
                found.add(new Watched("parley." + name, queue, name.equals(EXPIRED)));
            }
        }
        return found;
    }

    private final class Watched implements WatchedQueue {

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

        @Override
        public void renew() {
            Map<Long, Object> consumers = of(queue.getName());
            Set<Object> ids = Set.copyOf(consumers.values());
            consumers.clear();
            for (RemotingConnection connection : server.getRemotingService().getConnections()) {
                if (ids.contains(connection.getID())) {
                    connection.disconnect(false);
                    connection.fail(new ActiveMQDisconnectedException("Nobody took messages from " + name));
                }
            }
        }
    }
}
