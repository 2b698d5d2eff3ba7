package dev.parley.web;

import java.util.concurrent.Executor;

/** Suspensions without a container. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container here that would inject
public final class TestSuspensions {

    private TestSuspensions() {}

    /** Suspensions whose answers that executor writes. */
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here that injects
    public static Suspensions of(Executor executor, ResultDeadlines deadlines) {
        Suspensions suspensions = new Suspensions();
        suspensions.executor = executor;
        suspensions.deadlines = deadlines;
        suspensions.waits = new Waits();
        return suspensions;
    }
}
