package dev.parley.it.load;

import static org.awaitility.Awaitility.await;

import dev.parley.it.client.Samples;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Asks one request after the other, each again with the same message id until it is answered. One that trusts does not
 * ask again once it was acknowledged: it would hide that an acknowledged request is lost.
 */
abstract class Requester implements Runnable {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    final String name;
    final Errand errand;
    final Book book;
    private final boolean trusts;
    private final AtomicBoolean enough;

    Requester(String name, boolean trusts, Errand errand, Book book, AtomicBoolean enough) {
        this.name = name;
        this.trusts = trusts;
        this.errand = errand;
        this.book = book;
        this.enough = enough;
    }

    @Override
    public final void run() {
        while (!enough.get()) {
            String id = Samples.fresh(name);
            book.asks(name, id);
            askUntilAnswered(id);
        }
        end();
    }

    private void askUntilAnswered(String id) {
        try {
            await("an answer to " + id)
                    .atMost(LONGEST)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(200))
                    .pollInSameThread()
                    .until(() -> isAnswered(id));
        } catch (ConditionTimeoutException e) {
            // Never answered: the checker says what that means.
        }
    }

    private boolean isAnswered(String id) {
        try {
            if (!trusts || !book.isAcknowledged(id)) {
                ask(id);
            }
            look(id);
        } catch (RuntimeException | AssertionError e) {
            // The server is down, or went down: that is what this is about.
            reset();
        }
        return book.isAnswered(id);
    }

    abstract void ask(String id);

    /** Waits for the answer for a while. */
    abstract void look(String id);

    /** What was connected may be broken. */
    void reset() {}

    /** Takes what is still there. */
    void end() {}
}
