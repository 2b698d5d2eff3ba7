package dev.parley.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What is to be measured.
 *
 * @param rounds how often each side has its turn
 * @param seconds how long a turn is
 * @param postgresql whether on PostgreSQL instead of H2
 * @param scenarios which of {@link #ALL}, or those that must be named
 */
public record Options(int rounds, int seconds, boolean postgresql, List<String> scenarios) {

    static final String STARTUP = "startup";
    static final String JMS = "jms";
    static final String LATENCY = "latency";
    static final String HTTP = "http";
    static final String PROVIDER = "provider";
    static final String STORE = "store";
    static final String PROFILE = "profile";

    /** Send, receive and acknowledge, and one waiting partner, beside ElasticMQ. */
    public static final String RELAY = "relay";

    /** Many waiting partners, beside ElasticMQ. */
    public static final String RELAY_WAITING = "relay-waiting";

    /** Send, receive and acknowledge with many messages in the mailbox, beside ElasticMQ. */
    public static final String RELAY_SIZE = "relay-size";

    static final List<String> ALL = List.of(STARTUP, JMS, LATENCY, HTTP, PROVIDER, STORE);

    static Options of(String... arguments) {
        int rounds = 5;
        int seconds = 5;
        boolean postgresql = false;
        List<String> scenarios = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--rounds" -> rounds = Integer.parseInt(arguments[++i]);
                case "--seconds" -> seconds = Integer.parseInt(arguments[++i]);
                case "--postgresql" -> postgresql = true;
                default -> scenarios.add(arguments[i]);
            }
        }
        return new Options(rounds, seconds, postgresql, scenarios.isEmpty() ? ALL : List.copyOf(scenarios));
    }

    /** Whether this scenario is to be measured. */
    public boolean wants(String scenario) {
        return scenarios.contains(scenario);
    }
}
