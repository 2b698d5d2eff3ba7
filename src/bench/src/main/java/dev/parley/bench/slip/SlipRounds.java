package dev.parley.bench.slip;

import dev.parley.bench.Figures;
import dev.parley.bench.Options;
import dev.parley.bench.Server;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Full queues of slips, for Parley and for Camel in turns, on one broker; who begins changes from round to round. */
public final class SlipRounds {

    private static final int FIRST = 200;
    private static final int WARM_UP = 3;
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private final Server server;
    private final Figures figures;
    private final Options options;
    private final Map<SlipSide, Double> rates = new EnumMap<>(SlipSide.class);

    /** Measures on this server, which is started and stopped for it. */
    public SlipRounds(Server server, Figures figures, Options options) {
        this.server = server;
        this.figures = figures;
        this.options = options;
    }

    /** Nothing yet, with a column for each side. */
    public static Figures figures() {
        return new Figures(List.of(SlipSide.values()));
    }

    /** Measures, if that is wanted. */
    public void run() throws IOException, InterruptedException, JMSException {
        if (!options.wants(Options.SLIP)) {
            return;
        }
        server.start();
        try (Camel camel = new Camel(server);
                Traveller traveller = new Traveller(server)) {
            camel.awaitStart();
            Figures discarded = figures.another();
            for (int round = 1; round <= WARM_UP + options.rounds(); round++) {
                System.err.println("Round " + (round - WARM_UP));
                List<SlipSide> turns = new ArrayList<>(List.of(SlipSide.values()));
                if (round % 2 == 0) {
                    Collections.reverse(turns);
                }
                for (SlipSide side : turns) {
                    turn(side, camel, traveller, round > WARM_UP ? figures : discarded);
                }
            }
        }
        server.close();
    }

    /** A hop is one stop of one slip. */
    private void turn(SlipSide side, Camel camel, Traveller traveller, Figures to)
            throws JMSException, InterruptedException {
        int slips = Math.max(FIRST, (int) (rates.getOrDefault(side, 0.0) * options.seconds()));
        Duration before = processorTime(camel);
        double seconds = traveller.travel(side, slips) / NANOS;
        server.awaitEmpty(side.queue());
        double used = processorTime(camel).minus(before).toNanos() / NANOS_PER_MILLI;
        double hops = (double) slips * SlipSide.STOPS;
        rates.put(side, slips / seconds);
        to.add("Slips of five beans, full queue: hops/s", side, hops / seconds);
        to.add("Slips of five beans, full queue: processor time of server and Camel per hop, ms", side, used / hops);
    }

    private Duration processorTime(Camel camel) {
        return server.processorTime().plus(camel.processorTime());
    }
}
