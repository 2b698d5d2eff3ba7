package dev.parley.web.relay;

import dev.parley.web.PlannedTasks;
import dev.parley.web.Waits;
import java.time.Duration;

/** Direct calls without a container that injects. */
public final class DirectCallsExample {

    private DirectCallsExample() {}

    /** Direct calls of these mailboxes, by callers who are known for so long. */
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here that injects
    public static DirectCalls of(FakeMails mails, Duration identity) {
        var calls = new DirectCalls();
        calls.messages = new MailboxMessagesResource();
        calls.messages.mails = mails;
        calls.receptions = new ReceptionsResource();
        calls.receptions.mails = mails;
        calls.messages.maxSize = 1000;
        calls.locks = new LocksResource();
        calls.locks.mails = mails;
        calls.deadlines = PlannedTasks.deadlines();
        calls.waits = new Waits();
        calls.knowingCallersFor(identity);
        return calls;
    }
}
