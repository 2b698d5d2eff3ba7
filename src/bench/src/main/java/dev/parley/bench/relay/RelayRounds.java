package dev.parley.bench.relay;

import dev.parley.bench.Figures;
import dev.parley.bench.Latencies;
import dev.parley.bench.Options;
import dev.parley.bench.Server;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** All sides in turns, on servers that all run; who begins changes from round to round. */
public final class RelayRounds {

    private static final int WARM_UP = 2;
    private static final int WARM_CYCLES = 20_000;
    private static final long WARM_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final int SINGLE = 1;
    private static final int BATCH = 10;
    private static final int PARTNERS = 1_000;
    private static final int MANY_MAILBOXES = 100_000;
    private static final List<Integer> SIZES = List.of(0, 100_000, 1_000_000);
    private static final double MEDIAN = 0.5;
    private static final double TAIL = 0.99;

    /** Where cycles go, where one partner waits, where many do. */
    private static final String MAILBOX = "bench";

    private static final String ONE_WAITS = "bench-one-waits";
    private static final String MANY_WAIT = "bench-many-wait";
    private static final List<String> EACH_WAITS =
            IntStream.range(0, PARTNERS).mapToObj(number -> "bench-" + number).toList();

    private final Server server;
    private final Figures figures;
    private final Options options;
    private final List<Host> hosts = new ArrayList<>();
    private final Set<RelaySide> overtaxed = EnumSet.noneOf(RelaySide.class);

    /** Measures on this server, which is started and stopped for it, and on others beside it. */
    public RelayRounds(Server server, Figures figures, Options options) {
        this.server = server;
        this.figures = figures;
        this.options = options;
    }

    /** Nothing yet, with a column for each side. */
    public static Figures figures() {
        return new Figures(List.of(RelaySide.values()));
    }

    /** Measures what is wanted, if anything is. */
    public void run() throws IOException, InterruptedException, ExecutionException {
        try {
            if (options.wants(Options.RELAY) || options.wants(Options.RELAY_WAITING)) {
                start("1g");
                rounds();
                stop();
            }
            if (options.wants(Options.RELAY_SIZE)) {
                start("4g");
                sizes();
                stop();
            }
            if (options.wants(Options.RELAY_MAILBOXES)) {
                mailboxes();
                stop();
            }
            if (options.wants(Options.RELAY_HUNDRED)) {
                hundreds();
            }
        } finally {
            stop();
        }
    }

    private void stop() {
        hosts.forEach(Host::close);
        hosts.clear();
    }

    /** Starts them all; ElasticMQ has as much memory as Parley's server, unless a million messages must fit into it. */
    private void start(String heap) throws IOException, InterruptedException {
        server.start();
        hosts.add(new ParleyHost(server));
        for (RelaySide side : EnumSet.range(RelaySide.MEMORY, RelaySide.DURABLE)) {
            ElasticMq elasticMq = new ElasticMq(side, heap);
            hosts.add(elasticMq);
            elasticMq.awaitStart();
        }
        for (Host host : hosts) {
            host.make(MAILBOX);
            host.make(ONE_WAITS);
            if (options.wants(Options.RELAY_WAITING)) {
                makeMany(host);
            }
        }
    }

    private static void makeMany(Host host) throws IOException {
        host.make(MANY_WAIT);
        for (String mailbox : EACH_WAITS) {
            host.make(mailbox);
        }
    }

    private void rounds() throws IOException, InterruptedException, ExecutionException {
        if (options.wants(Options.RELAY)) {
            warmUp();
        }
        Figures discarded = figures.another();
        for (int round = 1; round <= WARM_UP; round++) {
            round(discarded);
        }
        for (int round = 1; round <= options.rounds(); round++) {
            System.err.println("Round " + round);
            round(figures);
        }
    }

    /** Until what is compiled when it was used often is compiled, on each side, or for half a minute. */
    private void warmUp() throws InterruptedException, ExecutionException {
        for (Host host : hosts) {
            System.err.println("Warm-up of " + host.side());
            long begin = System.nanoTime();
            int cycles = 0;
            while (cycles < WARM_CYCLES && System.nanoTime() - begin < WARM_NANOS) {
                cycles += new Cycles(host, MAILBOX, SINGLE)
                        .run(nanos())
                        .calls()
                        .send()
                        .count();
            }
        }
    }

    private void round(Figures to) throws IOException, InterruptedException, ExecutionException {
        Collections.rotate(hosts, 1);
        if (options.wants(Options.RELAY)) {
            for (Host host : hosts) {
                cycles(host, SINGLE, "Single messages: ", to);
            }
            for (Host host : hosts) {
                cycles(host, BATCH, "Batches of 10: ", to);
            }
            for (Host host : hosts) {
                fewestCalls(host, SINGLE, "Single messages, fewest calls: ", to);
            }
            for (Host host : hosts) {
                fewestCalls(host, BATCH, "Batches of 10, fewest calls: ", to);
            }
            for (Host host : hosts) {
                waiting(host, List.of(ONE_WAITS), 1, "One partner waits: ", to);
            }
        }
        if (options.wants(Options.RELAY_WAITING)) {
            for (Host host : hosts) {
                manyWait(host, List.of(MANY_WAIT), "1,000 partners wait at one mailbox: ", to);
            }
            for (Host host : hosts) {
                manyWait(host, EACH_WAITS, "1,000 partners wait, each at a mailbox: ", to);
            }
        }
    }

    /** What answers with an error here is not asked again; Parley must not. */
    private void manyWait(Host host, List<String> mailboxes, String what, Figures to)
            throws IOException, InterruptedException, ExecutionException {
        if (overtaxed.contains(host.side())) {
            return;
        }
        try {
            waiting(host, mailboxes, PARTNERS, what, to);
        } catch (IllegalStateException e) {
            if (host.side() == RelaySide.PARLEY) {
                throw e;
            }
            System.err.println("Given up: " + e.getMessage());
            overtaxed.add(host.side());
        }
    }

    private void cycles(Host host, int batch, String what, Figures to) throws InterruptedException, ExecutionException {
        Cycles.Result result = new Cycles(host, MAILBOX, batch).run(nanos());
        RelaySide side = host.side();
        to.add(what + "cycles/s", side, result.rate());
        times(what + "send, ", side, result.calls().send(), to);
        times(what + "receive, ", side, result.calls().receive(), to);
        times(what + "acknowledge, ", side, result.calls().acknowledge(), to);
        to.add(what + "server's processor time per cycle, ms", side, result.processorMillis());
    }

    private void fewestCalls(Host host, int batch, String what, Figures to)
            throws InterruptedException, ExecutionException {
        Cycles.Result result = new Cycles(host, MAILBOX, batch, Cycles.Way.WITH_NEXT).run(nanos());
        RelaySide side = host.side();
        to.add(what + "cycles/s", side, result.rate());
        times(what + "acknowledge and receive, ", side, result.calls().receive(), to);
        to.add(what + "server's processor time per cycle, ms", side, result.processorMillis());
    }

    private void waiting(Host host, List<String> mailboxes, int partners, String what, Figures to)
            throws IOException, InterruptedException, ExecutionException {
        RelaySide side = host.side();
        int before = host.threads();
        try (Waiting waiting = new Waiting(host, mailboxes, partners)) {
            if (partners > 1) {
                to.add(what + "threads before", side, before);
                to.add(what + "threads while they wait", side, host.threads());
            }
            times(what + "from send to receipt, ", side, waiting.measure(nanos()), to);
            waiting.end();
        }
    }

    private static void times(String what, RelaySide side, Latencies latencies, Figures to) {
        to.add(what + "p50, ms", side, latencies.percentile(MEDIAN));
        to.add(what + "p99, ms", side, latencies.percentile(TAIL));
    }

    private void sizes() throws IOException, InterruptedException, ExecutionException {
        warmUp();
        Set<RelaySide> full = EnumSet.noneOf(RelaySide.class);
        int filled = 0;
        for (int size : SIZES) {
            for (Host host : hosts) {
                fill(host, size - filled, size, full);
            }
            filled = size;
            for (int round = 1; round <= WARM_UP + options.rounds(); round++) {
                Collections.rotate(hosts, 1);
                for (Host host : hosts) {
                    if (!full.contains(host.side())) {
                        measure(host, size, round > WARM_UP);
                    }
                }
            }
        }
    }

    private static void fill(Host host, int more, int size, Set<RelaySide> full)
            throws IOException, InterruptedException {
        if (more > 0 && !full.contains(host.side())) {
            System.err.printf(Locale.ROOT, "Filling the mailbox of %s up to %,d messages%n", host.side(), size);
            if (!host.fill(MAILBOX, more)) {
                System.err.println("Given up: it takes too long");
                full.add(host.side());
            }
        }
    }

    private void hundreds() throws IOException, InterruptedException {
        server.start();
        ParleyHost parley = new ParleyHost(server);
        hosts.add(parley);
        for (int round = 1; round <= WARM_UP + options.rounds(); round++) {
            Figures to = round <= WARM_UP ? figures.another() : figures;
            for (Hundreds.Kind kind : Hundreds.Kind.values()) {
                String mailbox = MAILBOX + "-" + kind.name().toLowerCase(Locale.ROOT);
                parley.make(mailbox);
                new Hundreds(parley, mailbox, kind).run(nanos(), to);
            }
        }
    }

    private void mailboxes() throws IOException, InterruptedException, ExecutionException {
        server.start();
        ParleyHost parley = new ParleyHost(server);
        hosts.add(parley);
        parley.make(MAILBOX);
        warmUp();
        manyMailboxes(parley, 0);
        parley.fillMany(MAILBOX, MANY_MAILBOXES);
        manyMailboxes(parley, MANY_MAILBOXES);
    }

    private void manyMailboxes(Host host, int others) throws InterruptedException, ExecutionException {
        for (int round = 1; round <= WARM_UP + options.rounds(); round++) {
            Cycles.Result result = new Cycles(host, MAILBOX, SINGLE).run(nanos());
            if (round > WARM_UP) {
                String what = String.format(Locale.ROOT, "%,d other mailboxes: ", others);
                figures.add(what + "cycles/s", host.side(), result.rate());
                figures.add(what + "server's processor time per cycle, ms", host.side(), result.processorMillis());
            }
        }
    }

    private void measure(Host host, int size, boolean counts) throws InterruptedException, ExecutionException {
        Cycles.Result result = new Cycles(host, MAILBOX, SINGLE).run(nanos());
        if (counts) {
            String what = String.format(Locale.ROOT, "%,d messages in the mailbox: ", size);
            figures.add(what + "cycles/s", host.side(), result.rate());
            figures.add(what + "server's processor time per cycle, ms", host.side(), result.processorMillis());
        }
    }

    private long nanos() {
        return TimeUnit.SECONDS.toNanos(options.seconds());
    }
}
