package dev.parley.it.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything these tests know by name of how a server is prepared and started; the only place to change when that
 * changes.
 */
public final class ServerNames {

    public static final String SERVER_CONFIG = "standalone-full.xml";
    public static final String POSTGRESQL_SERVER_CONFIG = "standalone-full-postgresql.xml";
    static final String TRACING_SERVER_CONFIG = "standalone-full-h2-tracing.xml";
    static final String BROKERLESS_SERVER_CONFIG = "standalone-full-postgresql-broker.xml";
    public static final String REALM = "ApplicationRealm";
    public static final String PARTICIPANT_ROLE = "participant";
    public static final String OPERATOR_ROLE = "operator";
    public static final String PROVIDER_ROLE = "provider";
    static final String NODE_ROLE = "parley-node";

    public static final int HTTP_PORT = 8080;
    public static final int HTTPS_PORT = 8443;
    public static final int MANAGEMENT_PORT = 9990;
    public static final int MESSAGING_PORT = 5445;

    public static final String API = "/parley/v1";
    public static final String OPENAPI = "/openapi";
    public static final String READY = "/health/ready";
    public static final String METRICS = "/prometheus";

    public static final String REQUESTS = "parley.requests";
    public static final String REPLIES = "parley.replies";
    public static final String RELAY = "parley.relay";
    public static final String RESOURCES = "parley.resources";
    public static final String EVENTS = "parley.events";
    public static final String SLIPS = "parley.slips";
    public static final String WORK = "parley.work";
    public static final String DEAD = "parley.dead";
    /** Of the shared server, before work that failed comes again the first time; as shipped it is a second. */
    public static final Duration SHORT_PAUSE = Duration.ofMillis(250);

    /** Before a JMS queue's name stands this in the broker, for whoever does not speak Core. */
    public static final String QUEUE_PREFIX = "jms.queue.";

    /** Options of jboss-cli, which ends sooner still. */
    public static final String CLI_JAVA_OPTIONS = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    public static final String CONFIGURE_SCRIPT = "configure.cli";
    public static final String OUTBOX_SCRIPT = "outbox.cli";
    public static final String BROKER_SCRIPT = "broker.cli";
    public static final String TRACING_SCRIPT = "tracing.cli";
    public static final String REMOVE_SCRIPT = "remove.cli";

    private ServerNames() {}

    /** The system properties a server is started with, besides those of its place and its ports. */
    static Map<String, String> systemProperties(String secret) {
        return Map.of(
                "parley.database.password",
                secret,
                "parley.cluster.password",
                secret,
                "parley.delivery",
                Delivery.chosen().setting(),
                // Providers that register themselves are asked where they take requests.
                "parley.renewal.addresses",
                "reply.*,provider.*",
                // Receivers of webhooks are where the tests are; and who names others is refused by where they are.
                "parley.webhook.hosts",
                "http://localhost:*,http://127.0.0.2:*,*",
                "parley.webhook.networks",
                "127.0.0.1",
                // In doubt after a kill: seconds instead of minutes.
                "parley.recovery.period",
                "2",
                "parley.recovery.pause",
                "1",
                "parley.recovery.orphans",
                "1000");
    }

    /**
     * Options of each server's Java process. These servers live for a minute: what the second compiler makes of their
     * code takes as much time as all else in a start, and nobody is left to use it.
     */
    static List<String> javaOptions() {
        List<String> options = new ArrayList<>(List.of(
                "-Xms64m",
                "-Xmx768m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.net.preferIPv4Stack=true"));
        if (java() == null) {
            options.addAll(ClassArchive.options());
        }
        return options;
    }

    /** The home of the Java that servers run on; null for the one that the tests run on, or that the path has. */
    static @Nullable String java() {
        return System.getProperty("parley.it.java");
    }

    /**
     * Whether there is a server to test against. Unit tests have none, nor has Maven itself, when it looks for test
     * classes.
     */
    public static boolean isServerPrepared() {
        return System.getProperty("parley.it.wildfly") != null;
    }

    /** The prepared WildFly. */
    public static Path wildfly() {
        return path("parley.it.wildfly");
    }

    /** The EAR as it is shipped. */
    public static Path ear() {
        return path("parley.it.ear");
    }

    /** The EAR with the sample operations. */
    public static Path orderingEar() {
        return path("parley.it.ordering.ear");
    }

    /** Where the configuration scripts are. */
    public static Path cli() {
        return path("parley.it.cli");
    }

    /** Where the build puts the {@link ClassArchive}. */
    static Path classArchive() {
        return path("parley.it.classes");
    }

    /** Where servers may put their files. */
    public static Path work() {
        return path("parley.it.work");
    }

    private static Path path(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("System property " + property + " is set by Maven; it is missing");
        }
        return Path.of(value).toAbsolutePath().normalize();
    }
}
