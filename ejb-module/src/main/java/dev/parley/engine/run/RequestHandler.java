package dev.parley.engine.run;

import dev.parley.engine.journal.InboxResult;

/** The handler of the requests of one transaction that one pattern takes. */
public interface RequestHandler {

    /**
     * Handles a request.
     *
     * @param inbox what came of entering it into the inbox
     */
    Receipt handle(PendingRequest request, InboxResult inbox);
}
