package dev.parley.it.server;

import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * Gives a test up that failed, if H2 says that an index of its own has lost a row: killed while several threads write,
 * it can come back with halves of a transaction, and then the failure says nothing of Parley.
 */
public final class TornH2 implements TestExecutionExceptionHandler, LifecycleMethodExecutionExceptionHandler {

    private static final String COMPLAINT = "Row not found when trying to delete from index";

    private final Supplier<ParleyServer> server;

    public TornH2(Supplier<ParleyServer> server) {
        this.server = server;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        judge(failure);
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        judge(failure);
    }

    private void judge(Throwable failure) throws Throwable {
        ParleyServer killed = server.get();
        if (killed != null && killed.hasLogged(COMPLAINT)) {
            throw new TestAbortedException("H2 has lost rows of an index when it was killed", failure);
        }
        throw failure;
    }
}
