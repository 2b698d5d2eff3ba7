package dev.parley.engine.relay;

import dev.parley.relay.LockedMail;
import java.util.List;

/**
 * What a reception got.
 *
 * @param mailbox the number of the mailbox
 * @param mails the messages
 */
record Received(long mailbox, List<LockedMail> mails) {

    Received {
        mails = List.copyOf(mails);
    }
}
