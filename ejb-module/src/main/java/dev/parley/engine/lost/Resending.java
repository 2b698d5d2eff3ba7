package dev.parley.engine.lost;

import dev.parley.engine.config.FullDiskMark;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What is done about the mark that the disk was full: the work of all that may be lost is sent again, a page in a
 * transaction, and then the mark is removed. Where that fails the mark stays, and the next try goes on with the page
 * that failed; after a crash, the next start begins anew.
 */
final class Resending {

    /** Conversations of a page. */
    static final int MOST = 500;

    private static final Logger LOG = System.getLogger(Resending.class.getName());

    private final FullDiskMark mark;
    private final BooleanSupplier isPossible;
    private final Supplier<Pages> open;
    private String after = "";
    private int sent;

    /** What is looked at in one transaction, which has committed. */
    @FunctionalInterface
    interface Pages {

        /** Sends again what is lost of so many conversations at most, whose ids come after that one. */
        Page next(String after, int most);
    }

    /**
     * A page.
     *
     * @param size how many conversations were looked at
     * @param last the id of the last one
     * @param sent of how many work was sent
     */
    record Page(int size, String last, int sent) {}

    /**
     * @param isPossible whether the broker is there
     * @param open looks at the queues, and gives pages
     */
    Resending(FullDiskMark mark, BooleanSupplier isPossible, Supplier<Pages> open) {
        this.mark = mark;
        this.isPossible = isPossible;
        this.open = open;
    }

    /** Does it if there is a mark; false if it has to be tried again. */
    synchronized boolean isDone() {
        if (!mark.isSet()) {
            return true;
        }
        try {
            if (!isPossible.getAsBoolean()) {
                return false;
            }
            sendAll(open.get());
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "The disk was full, and the work of what was accepted could not be sent again; it is tried again",
                    e);
            return false;
        }
        mark.remove();
        LOG.log(
                Level.INFO,
                "The disk was full, and the broker may have lost work: that of {0} conversations that are accepted and"
                        + " not done has been sent again",
                Integer.toString(sent));
        return true;
    }

    private void sendAll(Pages pages) {
        Page page;
        do {
            page = pages.next(after, MOST);
            sent += page.sent();
            after = page.size() == 0 ? after : page.last();
        } while (page.size() == MOST);
    }
}
