package dev.parley.engine.broker;

import dev.parley.health.OpenDoor;
import dev.parley.health.TakenQueues;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerBasePlugin;
import org.jspecify.annotations.Nullable;

/** Everything that guards a broker, registered and taken away together. */
final class BrokerGuard {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final ActiveMQServer server;
    private final FrameGuard frames;
    private final List<ActiveMQServerBasePlugin> plugins;
    private final QueueAddresses addresses;
    private final QueueWatch watch;
    private final Door door;
    private final Listeners listeners = new Listeners();
    private @Nullable ScheduledFuture<?> looking;

    BrokerGuard(ActiveMQServer server, BrokerSettings settings) {
        this.server = server;
        SessionUsers users = new SessionUsers(server);
        this.frames = new FrameGuard(server);
        this.plugins = List.of(
                frames,
                users,
                new SenderStamp(users),
                new MessageGuard(new DeadAddress(server)),
                new LostMessages(),
                new QueueGuard(server, users, new QueueNames(settings.shared())));
        this.addresses = new QueueAddresses(server.getAddressSettingsRepository());
        this.door = new Door(server.getRemotingService());
        this.watch = new QueueWatch(new BrokerQueues(server), System::nanoTime, this::restart);
    }

    void begin() {
        plugins.forEach(server::registerBrokerPlugin);
        addresses.begin();
        server.getRemotingService().addIncomingInterceptor(frames);
        looking = server.getScheduledPool()
                .scheduleWithFixedDelay(this::look, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        TakenQueues.watch(watch::standing);
        OpenDoor.watch(door::obstacle);
        door.checkConfiguration();
        door.open();
    }

    /** Restarts what takes messages from a queue, in a thread that may wait for what is worked on. */
    private void restart(String queue) {
        server.getThreadPool().execute(() -> listeners.restart(queue));
    }

    private void look() {
        watch.look();
        door.look();
    }

    void end() {
        door.close();
        OpenDoor.unwatch();
        TakenQueues.unwatch();
        if (looking != null) {
            looking.cancel(false);
        }
        server.getRemotingService().removeIncomingInterceptor(frames);
        addresses.end();
        plugins.forEach(server::unRegisterBrokerPlugin);
    }
}
