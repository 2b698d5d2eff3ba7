package dev.parley.engine.broker;

import dev.parley.health.TakenQueues;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.jspecify.annotations.Nullable;

/** Everything that guards a broker, registered and taken away together. */
final class BrokerGuard {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final ActiveMQServer server;
    private final MessageGuard messages;
    private final FrameGuard frames;
    private final QueueAddresses addresses;
    private final QueueWatch watch;
    private @Nullable ScheduledFuture<?> looking;

    BrokerGuard(ActiveMQServer server) {
        this.server = server;
        this.frames = new FrameGuard(server);
        this.messages = new MessageGuard(new DeadAddress(server));
        this.addresses = new QueueAddresses(server.getAddressSettingsRepository());
        this.watch = new QueueWatch(new BrokerQueues(server), System::nanoTime);
    }

    void begin() {
        server.registerBrokerPlugin(messages);
        server.registerBrokerPlugin(frames);
        addresses.begin();
        server.getRemotingService().addIncomingInterceptor(frames);
        looking = server.getScheduledPool()
                .scheduleWithFixedDelay(watch::look, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        TakenQueues.watch(watch::standing);
    }

    void end() {
        TakenQueues.unwatch();
        if (looking != null) {
            looking.cancel(false);
        }
        server.getRemotingService().removeIncomingInterceptor(frames);
        addresses.end();
        server.unRegisterBrokerPlugin(frames);
        server.unRegisterBrokerPlugin(messages);
    }
}
