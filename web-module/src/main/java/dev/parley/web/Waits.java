package dev.parley.web;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.AttributeChangeNotification;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.Notification;
import javax.management.NotificationListener;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * The waits of clients for what may come later. All of them end as soon as the server begins to suspend itself: it is
 * not suspended before whatever is under way has been answered, and nothing comes any more on a server that takes no
 * more work.
 */
@ApplicationScoped
public class Waits {

    private static final Logger LOG = System.getLogger(Waits.class.getName());

    /** Each under a key of its own. */
    private final Map<Object, CompletableFuture<?>> open = new ConcurrentHashMap<>();

    private volatile boolean areOver;
    private @Nullable News news;

    void start(@Observes @Initialized(ApplicationScoped.class) ServletContext context) {
        news = new News(ManagementFactory.getPlatformMBeanServer(), this);
        news.listen();
    }

    /** Cancels what is awaited if the server is suspended before it comes; now, if it is being suspended. */
    public void add(CompletableFuture<?> awaited) {
        if (awaited.isDone()) {
            return;
        }
        Object key = new Object();
        open.put(key, awaited);
        var unused = awaited.whenComplete((value, thrown) -> open.remove(key));
        if (areOver) {
            awaited.cancel(false);
        }
    }

    /** Ends all of them, and those that come until they may {@link #begin()} again. */
    public void end() {
        areOver = true;
        open.values().forEach(awaited -> awaited.cancel(false));
    }

    /** Nobody suspends the server any more. */
    public void begin() {
        areOver = false;
    }

    @PreDestroy
    void stop() {
        if (news != null) {
            news.forget();
        }
    }

    /**
     * The news that the server is being suspended, or goes on. It tells its own management alone, which code in the
     * server reaches by JMX, and it does so before it refuses anything.
     *
     * @param server who tells
     * @param waits what ends and begins, in the thread that suspends the server
     */
    record News(MBeanServer server, Waits waits) implements NotificationListener {

        static final String STATE = "jboss.root:type=state";
        static final String RUNNING = "RunningState";

        private static final Set<String> ENDING = Set.of("suspending", "suspended", "stopping", "stopped");

        /** Listens from now on. Where nobody tells, nothing is heard. */
        void listen() {
            try {
                server.addNotificationListener(new ObjectName(STATE), this, null, null);
            } catch (JMException e) {
                LOG.log(
                        Level.WARNING,
                        "It will not be seen when this server is suspended: that takes as long as clients wait then",
                        e);
            }
        }

        /** Listens no more. */
        void forget() {
            try {
                server.removeNotificationListener(new ObjectName(STATE), this);
            } catch (JMException e) {
                LOG.log(Level.DEBUG, "Nothing was listened to", e);
            }
        }

        @Override
        public void handleNotification(Notification told, @Nullable Object nothing) {
            if (!(told instanceof AttributeChangeNotification change) || !RUNNING.equals(change.getAttributeName())) {
                return;
            }
            if (ENDING.contains(String.valueOf(change.getNewValue()))) {
                waits.end();
            } else {
                waits.begin();
            }
        }
    }
}
