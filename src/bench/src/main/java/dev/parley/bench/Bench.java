package dev.parley.bench;

import dev.parley.bench.relay.RelayRounds;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Runs what was asked for and prints a table. Started by {@code src/bench/run}. */
final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(arguments);
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        Figures startUp = new Figures("with Parley", "nothing deployed");
        Figures figures = new Figures("Parley", "by hand");
        Runnable relay = () -> {};
        try (EmbeddedPostgres postgres = options.postgresql() ? postgresql() : null;
                Server server = new Server(postgres == null ? Map::of : empty(postgres))) {
            if (options.wants(Options.STARTUP)) {
                new StartUp(server, startUp).measure();
            }
            new Rounds(server, figures, options).run();
            if (options.wants(Options.STORE)) {
                new StoreSize(server, figures, options).measure();
            }
            RelayRounds rounds = new RelayRounds(server, options);
            relay = rounds::print;
            rounds.run();
        } finally {
            // What was measured before a failure counts too.
            describe(options, load);
            startUp.print();
            figures.print();
            relay.run();
        }
    }

    private static EmbeddedPostgres postgresql() throws IOException {
        return PostgreSql.start(new File(System.getProperty("bench.base"), "postgresql"));
    }

    private static Supplier<Map<String, String>> empty(EmbeddedPostgres postgres) {
        return () -> PostgreSql.empty(postgres);
    }

    private static void describe(Options options, double load) {
        System.out.printf(
                Locale.ROOT,
                "%s, %d processors (load average %.2f before), Java %s, %s%n%d rounds of %d s after a warm-up: median (lowest to highest)%n%n",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                load,
                Runtime.version().feature(),
                options.postgresql() ? "PostgreSQL" : "H2",
                options.rounds(),
                options.seconds());
    }
}
