package dev.parley.topic.engine.webhook;

import dev.parley.engine.commit.Background;
import dev.parley.engine.commit.SingleFlight;
import dev.parley.engine.jdbc.Connections;
import dev.parley.topic.subscription.Settlements;
import dev.parley.topic.webhook.CallOutcome;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Calls receivers, and has noted what came of it: answers that came meanwhile are noted together. What it knows is lost
 * with the process; what is not noted in time is called again.
 */
@ApplicationScoped
class WebhookCaller {

    private static final Logger LOG = System.getLogger(WebhookCaller.class.getName());

    /** Names are looked up in threads of their own: a name server that is slow holds up nobody but webhooks. */
    private static final int LOOKUPS = 8;

    @Inject
    WebhookSettings settings;

    @Inject
    Settlements settlements;

    @Inject
    Connections connections;

    @Inject
    Background background;

    @Inject
    Clock clock;

    private final ThreadPoolExecutor lookups = new ThreadPoolExecutor(
            LOOKUPS, LOOKUPS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), WebhookCaller::daemon);
    private final Queue<Answered> answered = new ConcurrentLinkedQueue<>();
    private final SingleFlight settling = new SingleFlight(work -> background.run(work), this::settle);
    private WebhookClient client;
    private WebhookCalls calls;

    /** A call with its result. */
    private record Answered(PlannedCall planned, CallResult result) {}

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "parley-webhook-names");
        thread.setDaemon(true);
        return thread;
    }

    @PostConstruct
    void prepare() {
        lookups.allowCoreThreadTimeOut(true);
        CheckedNames names = new CheckedNames(settings.networks(), InetAddress::getAllByName);
        client = new WebhookClient(names, settings.timeout(), null);
        calls = new WebhookCalls(client, settings.hosts(), settings.origin(), clock);
    }

    @PreDestroy
    void stop() {
        lookups.shutdownNow();
        client.close();
    }

    /** Begins calls, soon. */
    void begin(List<PlannedCall> planned) {
        lookups.execute(() -> planned.forEach(this::begin));
    }

    private void begin(PlannedCall planned) {
        var unused = calls.begin(planned.call()).thenAccept(result -> {
            answered.add(new Answered(planned, result));
            settling.ask();
        });
    }

    private void settle() {
        Map<String, List<Answered>> bySubscription = new LinkedHashMap<>();
        for (Answered each = answered.poll(); each != null; each = answered.poll()) {
            bySubscription
                    .computeIfAbsent(each.planned().subscription(), name -> new ArrayList<>())
                    .add(each);
        }
        bySubscription.forEach(this::settle);
    }

    private void settle(String subscription, List<Answered> all) {
        try {
            all.stream()
                    .filter(each ->
                            each.result().isProved() && !each.planned().call().isProved())
                    .findFirst()
                    .ifPresent(each ->
                            prove(subscription, each.planned().call().url().toString()));
            Map<Long, CallOutcome> outcomes = new LinkedHashMap<>();
            all.forEach(each -> outcomes.merge(
                    each.planned().number(),
                    each.result().outcome(),
                    (one, other) -> one instanceof CallOutcome.Delivered ? one : other));
            settlements.settle(subscription, outcomes);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "What came of webhooks could not be noted; they are called again", e);
        }
    }

    private void prove(String subscription, String url) {
        connections.inNew(connection -> {
            new WebhookTable(connection).prove(subscription, url);
            return true;
        });
    }
}
