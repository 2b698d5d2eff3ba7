package dev.parley.it.server;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/** Starts the shared server when the first class needs it; it ends with this Java process. */
final class SharedServer implements BeforeAllCallback, ParameterResolver, TestWatcher {

    private static @Nullable ParleyServer server;
    private static boolean broken;

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
