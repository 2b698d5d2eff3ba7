package dev.parley.bench;

import dev.parley.bench.relay.RelayRounds;
import dev.parley.bench.renewal.RenewalRounds;
import dev.parley.bench.slip.SlipRounds;
import dev.parley.bench.topic.TopicRounds;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs what was asked for and prints a table. Started by {@code src/bench/run}. */
final class Bench {

    /** What the second of two servers adds to the ports of the first. */
    private static final int BESIDE = 1000;

    /** The same of the coordinator of Narayana. */
    private static final int BESIDE_BOTH = 2000;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(arguments);
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        Figures startUp = new Figures(List.of(Side.PARLEY, Side.BY_HAND), List.of("with Parley", "nothing deployed"));
        Figures figures = new Figures(sides(options));
        Figures relay = RelayRounds.figures();
        Figures renewal = RenewalRounds.figures();
        Figures slips = SlipRounds.figures();
        Figures topic = TopicRounds.figures();
        Figures processes = SagaRaces.figures();
        Figures crowds = CrowdRounds.figures();
        try (EmbeddedPostgres postgres = options.postgresql() ? postgresql(options) : null;
                LongLine line = postgres == null ? null : new LongLine(postgres.getPort(), options.away())) {
            Databases databases = databases(postgres, line, options);
            if (options.outbox()) {
                outboxBesideXa(databases, figures, options);
            } else if (options.watched()) {
                watchedBesideUnwatched(databases, figures, options);
            } else {
                processes(databases, processes, crowds, options);
                parleyBesideOthers(databases, startUp, figures, relay, renewal, topic, slips, options);
            }
        } finally {
            // What was measured before a failure counts too.
            describe(options, load);
            startUp.print();
            figures.print();
            relay.print();
            renewal.print();
            topic.print();
            slips.print();
            processes.print();
            crowds.print();
        }
    }

    private static void processes(Databases databases, Figures races, Figures crowds, Options options)
            throws Exception {
        try (Server server = new Server("server", 0, databases.named("parley"))) {
            if (options.wants(Options.PROCESS_RACE)) {
                try (Server coordinator = new Server("lra", BESIDE_BOTH, Map::of)) {
                    new SagaRaces(server, coordinator, races, options).run(databases.named("others"));
                }
            }
            if (options.wants(Options.PROCESS_CROWD)) {
                new CrowdRounds(server, crowds, options).run();
            }
        }
    }

    private static void parleyBesideOthers(
            Databases databases,
            Figures startUp,
            Figures figures,
            Figures relay,
            Figures renewal,
            Figures topic,
            Figures slips,
            Options options)
            throws Exception {
        try (Server server = new Server("server", 0, databases.named("parley"))) {
            if (options.wants(Options.STARTUP)) {
                new StartUp(server, startUp).measure();
            }
            new Rounds(Map.of(Side.PARLEY, server, Side.BY_HAND, server), figures, options).run();
            if (options.wants(Options.STORE)) {
                new StoreSize(server, figures, options).measure();
            }
            new RelayRounds(server, relay, options).run();
            new RenewalRounds(server, renewal, options).run();
            new TopicRounds(server, topic, options).run();
            new SlipRounds(server, slips, options).run();
        }
    }

    private static void outboxBesideXa(Databases databases, Figures figures, Options options) throws Exception {
        try (Server outbox = new Server("outbox", 0, databases.named("outbox")).with("parley.delivery", "outbox");
                Server xa = new Server("xa", BESIDE, databases.named("xa"))) {
            new Rounds(Map.of(Side.OUTBOX, outbox, Side.XA, xa), figures, options).run();
        }
    }

    private static List<Side> sides(Options options) {
        if (options.outbox()) {
            return List.of(Side.OUTBOX, Side.XA);
        }
        return options.watched() ? List.of(Side.WATCHED, Side.UNWATCHED) : List.of(Side.PARLEY, Side.BY_HAND);
    }

    private static void watchedBesideUnwatched(Databases databases, Figures figures, Options options) throws Exception {
        try (Server watched = new Server("watched", 0, databases.named("watched"));
                Server unwatched = new Server("unwatched", BESIDE, databases.named("unwatched"))
                        .with("parley.metrics.enabled", "false")
                        .with("parley.log.ids", "false");
                Watcher watcher = new Watcher(watched.managementPort())) {
            watcher.begin();
            new Rounds(Map.of(Side.WATCHED, watched, Side.UNWATCHED, unwatched), figures, options).run();
            watcher.check();
        }
    }

    private static EmbeddedPostgres postgresql(Options options) throws IOException {
        return PostgreSql.start(new File(System.getProperty("bench.work"), "postgresql"), options.durable());
    }

    /** How servers find their databases. */
    private interface Databases {
        Supplier<Map<String, String>> named(String name);
    }

    private static Databases databases(@Nullable EmbeddedPostgres postgres, @Nullable LongLine line, Options options) {
        if (postgres == null || line == null) {
            return name -> Map::of;
        }
        int port = options.away() == 0 ? postgres.getPort() : line.port();
        return name -> () -> PostgreSql.empty(postgres, name, port);
    }

    private static void describe(Options options, double load) {
        System.out.printf(
                Locale.ROOT,
                "%s, %d processors (load average %.2f before), Java %s, %s%n%d rounds of %d s after a warm-up: median"
                        + " (lowest to highest)%n%n",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                load,
                Runtime.version().feature(),
                options.database(),
                options.rounds(),
                options.seconds());
    }
}
