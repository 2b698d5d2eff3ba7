package dev.parley.it.upgrade;

import dev.parley.it.probe.Probe;
import dev.parley.it.server.ParleyServer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Starts a server on the database that the version before has left, when the first class needs it; it ends with this
 * Java process.
 */
final class UpgradedServer implements BeforeAllCallback, ParameterResolver, TestWatcher {

    /** What came due in that time is overdue when this version starts. */
    private static final Duration AWAY = Duration.ofMinutes(3);

    private static @Nullable Parties parties;
    private static @Nullable Answers answers;
    private static boolean broken;

    /** The name of the dump for the database of this run. */
    static String dump() {
        return "298fa17-" + (ParleyServer.hasDatabaseProcess() ? "postgresql" : "h2") + ".sql";
    }

    /**
     * Adds what stood beside the sample operations, and stands there still. Whom only an address named has that name
     * until what it has begun is ended.
     */
    static ParleyServer with(ParleyServer server) {
        return server.with(Probe.archive())
                .withOperations(Letters.class, Letters.Letter.class)
                .withJava("-Dparley.sender.trusted=false", "-Dparley.queues.shared=provider.*");
    }

    private static synchronized Parties get() {
        if (broken) {
            throw new IllegalStateException("The upgraded server did not start, as an earlier class was told");
        }
        if (parties == null) {
            broken = true;
            String sql = Dump.load(dump(), Instant.now().minus(AWAY));
            ParleyServer server = with(ParleyServer.fresh("upgraded")).withDatabaseFrom(sql);
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            parties = Parties.of(server);
            broken = false;
        }
        return parties;
    }

    private static synchronized Answers answers() {
        if (answers == null) {
            answers = new Answers(get());
        }
        return answers;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        get();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Parties.class || type == Answers.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Parties.class ? get() : answers();
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        System.err.println(
                context.getDisplayName() + " failed. " + get().server().lastLogLines());
    }
}
