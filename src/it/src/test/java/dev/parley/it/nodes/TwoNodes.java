package dev.parley.it.nodes;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/** Starts the nodes when the first class needs them; they end with this Java process. Who kills one starts it again. */
final class TwoNodes implements BeforeAllCallback, ParameterResolver, TestWatcher {

    private static @Nullable Nodes nodes;
    private static boolean broken;

    static synchronized Nodes get() {
        if (broken) {
            throw new IllegalStateException("The nodes did not start, as an earlier class was told");
        }
        if (nodes == null) {
            broken = true;
            nodes = Nodes.startFresh();
            broken = false;
        }
        return nodes;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        get();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Nodes.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return get();
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        get().all().forEach(node -> System.err.println(context.getDisplayName() + " failed. " + node.lastLogLines()));
    }
}
