package dev.parley.testing.server;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The extension that starts the server when the first class needs it. What did not start once is not tried again. */
final class TestServerExtension implements BeforeAllCallback, ParameterResolver {

    private static final ExtensionContext.Namespace PARLEY = ExtensionContext.Namespace.create(TestServer.class);

    /** What is in the store until all tests have ended: then it is closed. */
    private record Started(@Nullable TestServer server, @Nullable RuntimeException failure) implements AutoCloseable {

        static Started now() {
            try {
                return new Started(TestServer.start(Prepared.found()), null);
            } catch (RuntimeException e) {
                return new Started(null, e);
            }
        }

        TestServer orFail() {
            if (server == null) {
                throw new IllegalStateException("There is no server to test on", failure);
            }
            return server;
        }

        @Override
        public void close() {
            if (server != null) {
                server.close();
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server(context);
    }

    private static TestServer server(ExtensionContext context) {
        return context.getRoot()
                .getStore(PARLEY)
                .getOrComputeIfAbsent(TestServer.class, key -> Started.now(), Started.class)
                .orFail();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server(context);
    }
}
