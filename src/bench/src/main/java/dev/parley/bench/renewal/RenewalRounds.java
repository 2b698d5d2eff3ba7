package dev.parley.bench.renewal;

import dev.parley.bench.Figures;
import dev.parley.bench.Options;
import dev.parley.bench.Server;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** What Parley does with grants, on a server that is started for each scenario. */
public final class RenewalRounds {

    private final Server server;
    private final Figures figures;
    private final Options options;

    /** Measures on this server, which is started and stopped for it. */
    public RenewalRounds(Server server, Figures figures, Options options) {
        this.server = server;
        this.figures = figures;
        this.options = options;
    }

    /** Nothing yet. */
    public static Figures figures() {
        return new Figures(List.of(RenewalSide.values()));
    }

    /** Measures what is wanted, if anything is. */
    public void run() throws IOException, InterruptedException, ExecutionException {
        if (options.wants(Options.RENEWAL)) {
            server.start();
            new CycleRounds(server, figures, options).run();
            server.close();
        }
        if (options.wants(Options.RENEWAL_BURST)) {
            server.start();
            new BurstRounds(server, figures, options).run();
            server.close();
        }
    }
}
