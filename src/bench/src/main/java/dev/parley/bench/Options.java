package dev.parley.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is to be measured.
 *
 * @param rounds how often each side has its turn
 * @param seconds how long a turn is
 * @param postgresql whether on PostgreSQL instead of H2
 * @param away how many microseconds PostgreSQL is away, one way
 * @param outbox whether Parley with an outbox stands beside Parley with XA, instead of Parley beside what is written by
 *     hand
 * @param watched whether Parley with metrics, health and ids in its log stands beside Parley without them
 * @param rate how many grants come due a second
 * @param sizes with how many other grants in the store
 * @param expiries how many grants run out at once
 * @param crowd how many instances of a process are cancelled at once
 * @param asleep how many instances of a process wait for the same moment
 * @param durable whether PostgreSQL waits for the disk
 * @param scenarios which of {@link #ALL}, or those that must be named
 */
public record Options(
        int rounds,
        int seconds,
        boolean postgresql,
        int away,
        boolean outbox,
        boolean watched,
        int rate,
        List<Integer> sizes,
        int expiries,
        int crowd,
        int asleep,
        boolean durable,
        List<String> scenarios) {

    static final String STARTUP = "startup";
    static final String JMS = "jms";
    static final String LATENCY = "latency";
    static final String HTTP = "http";
    static final String PROVIDER = "provider";
    static final String STORE = "store";
    static final String PROFILE = "profile";

    /** Processes of three steps, beside sagas by hand. */
    static final String PROCESS = "process";

    /** Processes of three methods, beside workflows of DBOS and long running actions of Narayana. */
    static final String PROCESS_RACE = "process-race";

    /** Very many instances at once: cancelled, waiting for a silent provider, asleep. */
    static final String PROCESS_CROWD = "process-crowd";

    /** Send, receive and acknowledge, and one waiting partner, beside ElasticMQ. */
    public static final String RELAY = "relay";

    /** Many waiting partners, beside ElasticMQ. */
    public static final String RELAY_WAITING = "relay-waiting";

    /** Send, receive and acknowledge with many messages in the mailbox, beside ElasticMQ. */
    public static final String RELAY_SIZE = "relay-size";

    /** Send, receive and acknowledge with many mailboxes. */
    public static final String RELAY_MAILBOXES = "relay-mailboxes";

    /** A hundred messages in one call. */
    public static final String RELAY_HUNDRED = "relay-hundred";

    /** Pings and confirmations of grants, with few and with many others. */
    public static final String RENEWAL = "renewal";

    /** Many grants that run out at once. */
    public static final String RENEWAL_BURST = "renewal-burst";

    /** One event to ten queues, beside the broker's multicast and a bean that copies; and gatherings. */
    public static final String TOPIC = "topic";

    /** Slips of five beans, beside Camel. */
    public static final String SLIP = "slip";

    static final List<String> ALL = List.of(STARTUP, JMS, LATENCY, HTTP, PROVIDER, STORE);

    /** What Parley is compared in with itself, set up otherwise. */
    static final List<String> BESIDE_ITSELF = List.of(JMS, LATENCY, HTTP, PROVIDER);

    static Options of(String... arguments) {
        int rounds = 5;
        int seconds = 5;
        boolean postgresql = false;
        int away = 0;
        boolean outbox = false;
        boolean watched = false;
        int rate = 2_500;
        List<Integer> sizes = List.of(1_000, 10_000, 100_000, 1_000_000);
        int expiries = 100_000;
        int crowd = 10_000;
        int asleep = 100_000;
        boolean durable = false;
        List<String> scenarios = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--rounds" -> rounds = Integer.parseInt(arguments[++i]);
                case "--seconds" -> seconds = Integer.parseInt(arguments[++i]);
                case "--postgresql" -> postgresql = true;
                case "--away" -> away = Integer.parseInt(arguments[++i]);
                case "--outbox" -> outbox = true;
                case "--watched" -> watched = true;
                case "--rate" -> rate = Integer.parseInt(arguments[++i]);
                case "--expiries" -> expiries = Integer.parseInt(arguments[++i]);
                case "--crowd" -> crowd = Integer.parseInt(arguments[++i]);
                case "--asleep" -> asleep = Integer.parseInt(arguments[++i]);
                case "--durable" -> durable = true;
                case "--grants" ->
                    sizes = Arrays.stream(arguments[++i].split(","))
                            .map(Integer::valueOf)
                            .toList();
                default -> scenarios.add(arguments[i]);
            }
        }
        List<String> all = outbox || watched ? BESIDE_ITSELF : ALL;
        List<String> these = scenarios.isEmpty() ? all : List.copyOf(scenarios);
        return new Options(
                rounds,
                seconds,
                postgresql,
                away,
                outbox,
                watched,
                rate,
                sizes,
                expiries,
                crowd,
                asleep,
                durable,
                these);
    }

    /** What the server stores in. */
    String database() {
        if (!postgresql) {
            return "H2";
        }
        String which = durable ? "PostgreSQL that waits for the disk" : "PostgreSQL";
        return away == 0 ? which : which + ", " + away + " microseconds away";
    }

    /** Whether this scenario is to be measured. */
    public boolean wants(String scenario) {
        return scenarios.contains(scenario);
    }
}
