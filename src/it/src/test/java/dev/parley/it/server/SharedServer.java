package dev.parley.it.server;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Starts the shared server when the first class needs it; it ends with this Java process. Whatever clients do, no error
 * is in its log.
 */
final class SharedServer implements BeforeAllCallback, AfterAllCallback, ParameterResolver, TestWatcher {

    /** What the server's own parts call an error and is none. */
    private static final List<String> ALLOWED = List.of(
            // The metrics of a queue that has just gone
            "[org.jboss.as.controller.management-operation]",
            // A client that has gone while it was answered
            "UT005088",
            // The broker has some of its own, as when a client goes while it is sent a large message: the tests that
            // are about the broker look for them
            "[org.apache.activemq.artemis.",
            // As has the recovery of transactions
            "[com.arjuna.");

    private static @Nullable ParleyServer server;
    private static boolean broken;
    private static int errors;

    static synchronized ParleyServer get() {
        if (broken) {
            throw new IllegalStateException("The shared server did not start, as an earlier class was told");
        }
        if (server == null) {
            broken = true;
            server = ParleyServer.fresh("shared").withShortPauses();
            server.start();
            broken = false;
        }
        return server;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        get();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        List<String> wrong = newErrors().stream()
                .filter(line -> ALLOWED.stream().noneMatch(line::contains))
                .toList();
        if (!wrong.isEmpty()) {
            throw new AssertionError("Errors are in the log of the shared server when " + context.getDisplayName()
                    + " ends:\n" + String.join("\n", wrong));
        }
    }

    /** Those that no class before was told of. */
    private static synchronized List<String> newErrors() {
        if (server == null) {
            return List.of();
        }
        List<String> all = server.logged(" ERROR [");
        List<String> unseen = all.subList(errors, all.size());
        errors = all.size();
        return unseen;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ParleyServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return get();
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        System.err.println(context.getDisplayName() + " failed. " + get().lastLogLines());
    }
}
