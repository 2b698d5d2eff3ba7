package dev.parley.it.load;

import static org.awaitility.Awaitility.await;

import dev.parley.it.probe.InDoubt;
import dev.parley.it.probe.Probe;
import dev.parley.it.server.Delivery;
import dev.parley.it.server.ParleyServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.core.ConditionTimeoutException;

/** Requesters that ask one node or several without a pause, over JMS and over HTTP, and the book they keep. */
public final class Load implements AutoCloseable {

    private static final int REQUESTERS = 3;
    private static final int REQUESTERS_OF_PROVIDER = 2;

    private final Book book = new Book();
    private final Book quotes = new Book();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final AtomicBoolean provided = new AtomicBoolean();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> requesters = new ArrayList<>();
    private final List<Future<?>> providers = new ArrayList<>();
    private final List<ParleyServer> nodes;
    private final List<Probe> probes;

    Load(ParleyServer server, Probe probe) {
        this.nodes = List.of(server);
        this.probes = List.of(probe);
    }

    /**
     * A load for several nodes.
     *
     * @param nodes all with the {@link Probe}; the first is the one with the broker
     */
    public Load(List<ParleyServer> nodes) {
        this.nodes = List.copyOf(nodes);
        this.probes = nodes.stream().map(Probe::new).toList();
    }

    /** Of those who ask for orders, which a method in the EAR takes. */
    Book book() {
        return book;
    }

    /** Of those who ask for quotes, which a provider outside of the EAR gives. */
    Book quotes() {
        return quotes;
    }

    /** Lets them ask. */
    public void begin() {
        for (int i = 0; i < REQUESTERS; i++) {
            begin(new JmsRequester("jms-" + i, i % 2 == 0, Errand.ORDER, broker(), book, enough));
            begin(new HttpRequester("http-" + i, i % 2 == 0, Errand.ORDER, nodes, book, enough));
        }
    }

    /** Begins with a provider outside of the EAR, and those who ask for what it provides. */
    void beginWithProvider() {
        Provider provider = new Provider(broker(), quotes, provided);
        provider.enter();
        providers.add(threads.submit(provider));
        for (int i = 0; i < REQUESTERS_OF_PROVIDER; i++) {
            begin(new JmsRequester("jms-quote-" + i, i % 2 == 0, Errand.QUOTE, broker(), quotes, enough));
            begin(new HttpRequester("http-quote-" + i, i % 2 == 0, Errand.QUOTE, nodes, quotes, enough));
        }
    }

    private ParleyServer broker() {
        return nodes.get(0);
    }

    private void begin(Requester requester) {
        requesters.add(threads.submit(requester));
    }

    /** Lets each requester have its last answer. */
    public void end() throws InterruptedException, ExecutionException {
        enough.set(true);
        for (Future<?> requester : requesters) {
            requester.get();
        }
        provided.set(true);
        for (Future<?> provider : providers) {
            provider.get();
        }
    }

    /** What they saw, and what is in the server now. */
    public Evidence evidence() {
        return book.close(
                counts("select message_id, count(*) from ordering_effect group by message_id"),
                inDoubt().total());
    }

    /**
     * What those saw who asked for quotes, and what is in the server's journal now: one reply to each, in one
     * conversation.
     */
    Evidence evidenceOfQuotes() {
        Map<String, Integer> replies = counts("select c.message_id, count(*) from parley_conversation c"
                + " join parley_journal j on j.conversation_id = c.id and j.direction = 'OUT' and j.kind = 'REPLY'"
                + " where c.operation = '" + Errand.QUOTE.operation() + "' group by c.message_id");
        return quotes.closeWithProvider(replies, inDoubt().total());
    }

    private Map<String, Integer> counts(String sql) {
        Map<String, Integer> counts = new HashMap<>();
        for (String row : probes.get(0).sql(sql)) {
            String[] columns = row.split("\t", -1);
            counts.put(columns[0], Integer.valueOf(columns[1]));
        }
        return counts;
    }

    private InDoubt inDoubt() {
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> inDoubtNow().isNothing());
        } catch (ConditionTimeoutException e) {
            // that is for the checker to say
        }
        return inDoubtNow();
    }

    /**
     * Database and broker are one; each node coordinates its own transactions. With an outbox a transaction holds
     * messages only, and commits in one phase: if the broker goes while it does, its record is a note to the operator
     * that nobody heard the answer, and nothing waits for it.
     */
    private InDoubt inDoubtNow() {
        InDoubt first = probes.get(0).inDoubt();
        if (Delivery.chosen() == Delivery.OUTBOX) {
            return new InDoubt(first.database(), first.broker(), 0);
        }
        int others = probes.stream().skip(1).mapToInt(Probe::records).sum();
        return new InDoubt(first.database(), first.broker(), first.coordinator() + others);
    }

    /** How many requests were answered so far. */
    public int countAnswered() {
        return book.countAnswered();
    }

    /** What over HTTP was neither an answer nor a 503 with Retry-After. */
    public Set<String> oddAnswers() {
        Set<String> odd = new HashSet<>(book.oddAnswers());
        odd.addAll(book.hidden());
        return odd;
    }

    /** Lets everything go on for so long. */
    public static void goOn(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(10)).until(() -> true);
    }

    @Override
    public void close() {
        enough.set(true);
        provided.set(true);
        threads.shutdownNow();
    }
}
