package dev.parley.web;

import dev.parley.message.Refusal;
import jakarta.ejb.EJBException;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * The meaning of a throwable to the client. Containers and stages wrap what was thrown, so all causes count.
 *
 * @param causes the throwable and its causes, outermost first
 */
record Failure(List<Throwable> causes) {

    private static final int DEEPEST = 20;

    /**
     * The failures that may be gone when the request is repeated: of the broker, the database, the transaction, or the
     * server while it starts and stops.
     */
    private static final List<Class<? extends Throwable>> TRANSIENT = List.of(
            EJBException.class,
            PersistenceException.class,
            SQLException.class,
            JMSException.class,
            JMSRuntimeException.class,
            TransactionalException.class,
            RollbackException.class,
            SystemException.class,
            RejectedExecutionException.class,
            CancellationException.class,
            TimeoutException.class);

    Failure {
        causes = List.copyOf(causes);
    }

    /** Unwraps it. */
    static Failure of(Throwable thrown) {
        List<Throwable> causes = new ArrayList<>();
        // Bounded, for chains that run in a circle
        for (Throwable cause = thrown; cause != null && causes.size() < DEEPEST; cause = cause.getCause()) {
            causes.add(cause);
        }
        return new Failure(causes);
    }

    /** The refusal in it, if there is one. */
    Optional<Refusal> refusal() {
        return find(Refusal.class);
    }

    /** The answer of Jakarta REST in it, if there is one. */
    Optional<WebApplicationException> rest() {
        return find(WebApplicationException.class);
    }

    /** True if the same request may succeed later. */
    boolean isTransient() {
        return causes.stream().anyMatch(cause -> TRANSIENT.stream().anyMatch(type -> type.isInstance(cause)));
    }

    /** True if what was awaited was cancelled, or Parley waits for its database, which it has said. */
    boolean isKnown() {
        return find(CancellationException.class).isPresent()
                || find(SQLTransientConnectionException.class).isPresent();
    }

    private <T extends Throwable> Optional<T> find(Class<T> type) {
        return causes.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
