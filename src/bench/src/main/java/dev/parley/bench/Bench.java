package dev.parley.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Supplier;

/** Runs what was asked for and prints a table. Started by {@code src/bench/run}. */
final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(arguments);
        try (EmbeddedPostgres postgres = options.postgresql() ? postgresql() : null;
                Server server = new Server(postgres == null ? Map::of : empty(postgres))) {
            Figures figures = new Figures();
            if (options.wants(Options.STARTUP)) {
                new StartUp(server, figures).measure();
            }
            new Rounds(server, figures, options).run();
            if (options.wants(Options.STORE)) {
                new StoreSize(server, figures, options).measure();
            }
            print(options, figures);
        }
    }

    private static EmbeddedPostgres postgresql() throws IOException {
        return PostgreSql.start(new File(System.getProperty("bench.base"), "postgresql"));
    }

    private static Supplier<Map<String, String>> empty(EmbeddedPostgres postgres) {
        return () -> PostgreSql.empty(postgres);
    }

    private static void print(Options options, Figures figures) {
        System.out.printf(
                "%s, %d processors, Java %s, %s; %d rounds of %d s: median (lowest to highest)%n%n",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature(),
                options.postgresql() ? "PostgreSQL" : "H2",
                options.rounds(),
                options.seconds());
        System.out.println(figures.table());
    }
}
