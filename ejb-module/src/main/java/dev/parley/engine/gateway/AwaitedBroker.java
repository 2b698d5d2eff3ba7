package dev.parley.engine.gateway;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import org.jspecify.annotations.Nullable;

/** The broker before it is known that it is there: why it is not, and what an operator does about that. */
final class AwaitedBroker {

    private static final int DEEPEST = 20;

    private AwaitedBroker() {}

    /** A way to connect to it, which may fail. */
    @FunctionalInterface
    interface Door {

        Connection connect() throws JMSException;
    }

    /** Why no connection can be had, with what to do; null if one can. */
    static @Nullable String missing(Door door) {
        try (Connection connection = door.connect()) {
            return connection.getMetaData() == null ? "the broker does not say what it is" : null;
        } catch (JMSException | RuntimeException e) {
            return sentence(e);
        }
    }

    static String sentence(Throwable thrown) {
        Throwable innermost = thrown;
        boolean refused = thrown instanceof JMSSecurityException;
        for (int depth = 0; innermost.getCause() != null && depth < DEEPEST; depth++) {
            innermost = innermost.getCause();
            refused |= innermost instanceof JMSSecurityException
                    || String.valueOf(innermost.getMessage()).contains("AMQ229031");
        }
        return refused
                ? "the broker refuses this node (" + innermost.getMessage() + "): correct parley.broker.user or"
                        + " parley.broker.password, and give that user the role parley-node where the broker is"
                : "the broker cannot be reached (" + innermost.getMessage() + "): start it, or correct"
                        + " parley.broker.address and parley.broker.port";
    }
}
