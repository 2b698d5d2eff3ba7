package dev.parley.engine.broker;

import dev.parley.engine.config.BrokerInServer;
import dev.parley.engine.config.FullDiskMark;
import dev.parley.health.OpenDoor;
import dev.parley.health.TakenQueues;
import dev.parley.message.Backoff;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerBasePlugin;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.jspecify.annotations.Nullable;

/** Everything that guards a broker, registered and taken away together. */
final class BrokerGuard {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    /** The longest pause, in first ones, where none is configured: so the broker has it. */
    private static final int MOST_BY_DEFAULT = 10;

    private final ActiveMQServer server;
    private final FrameGuard frames;
    private final SessionGuard sessions = new SessionGuard();
    private final List<ActiveMQServerBasePlugin> plugins;
    private final QueueAddresses addresses;
    private final BrokerQueues queues;
    private final QueueWatch watch;
    private final Door door;
    private final Listeners listeners = new Listeners();
    private final @Nullable LostDisk lostDisk;
    private @Nullable ScheduledFuture<?> looking;

    BrokerGuard(ActiveMQServer server, BrokerSettings settings) {
        this.server = server;
        SessionUsers users = new SessionUsers(server);
        SessionRoles roles = new SessionRoles(server);
        this.frames = new FrameGuard(server);
        this.plugins = List.of(
                frames,
                users,
                roles,
                new SenderStamp(users, roles),
                new MessageGuard(new DeadAddress(server)),
                new LostMessages(),
                new QueueGuard(server, users, new QueueNames(settings.shared())));
        this.addresses = new QueueAddresses(server.getAddressSettingsRepository());
        this.door = new Door(server.getRemotingService());
        this.queues = new BrokerQueues(server);
        this.watch = new QueueWatch(queues, System::nanoTime, this::restart);
        this.lostDisk = settings.restarts() ? LostDisk.restartingWithRoomIn(places(server.getConfiguration())) : null;
    }

    private static List<File> places(Configuration written) {
        return List.of(
                written.getJournalLocation(),
                written.getBindingsLocation(),
                written.getPagingLocation(),
                written.getLargeMessagesLocation());
    }

    void begin() {
        plugins.forEach(server::registerBrokerPlugin);
        addresses.begin();
        server.getRemotingService().addIncomingInterceptor(frames);
        server.getRemotingService().addIncomingInterceptor(sessions);
        looking = server.getScheduledPool()
                .scheduleWithFixedDelay(this::look, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        TakenQueues.watch(watch::standing);
        QueueStates.ask(queues::states);
        OpenDoor.watch(door::obstacle);
        server.registerIOCriticalErrorListener((cause, message, file) -> noteLoss());
        if (lostDisk != null) {
            server.registerIOCriticalErrorListener(lostDisk);
        }
        if (server.isStarted()) {
            LostDisk.begun();
        }
        door.checkConfiguration();
        BrokerPreflight.check(server);
        BrokerInServer.redelivers(redelivery());
        door.open();
    }

    /** The pauses before work that has failed comes again. */
    private Backoff redelivery() {
        AddressSettings settings = server.getAddressSettingsRepository().getMatch(BrokerQueues.PARLEYS + "work");
        long longest = settings.getMaxRedeliveryDelay();
        long first = settings.getRedeliveryDelay();
        return new Backoff(
                Duration.ofMillis(first), Duration.ofMillis(longest > 0 ? longest : first * MOST_BY_DEFAULT));
    }

    /** At once, whoever starts the server again; it may have a place to be in where there is no room for anything. */
    private static void noteLoss() {
        FullDiskMark.ofThisServer().set();
    }

    /** Restarts what takes messages from a queue, in a thread that may wait for what is worked on. */
    private void restart(String queue) {
        server.getThreadPool().execute(() -> listeners.restart(queue));
    }

    private void look() {
        watch.look();
        door.look();
    }

    /** Parley has been undeployed: the server does not start anew for a broker that it has lost. */
    void leave() {
        if (lostDisk != null) {
            lostDisk.leave();
        }
    }

    void end() {
        door.close();
        if (lostDisk != null) {
            lostDisk.forget(); // the broker keeps it as long as it lives
        }
        OpenDoor.unwatch();
        TakenQueues.unwatch();
        QueueStates.askNobody();
        if (looking != null) {
            looking.cancel(false);
        }
        server.getRemotingService().removeIncomingInterceptor(frames);
        server.getRemotingService().removeIncomingInterceptor(sessions);
        addresses.end();
        plugins.forEach(server::unRegisterBrokerPlugin);
    }
}
